#include "tests/indexer_readers/packed.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace dateline::tests {

namespace {

using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

void require(const Writer& writer, int status) {
    if (status < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(writer.get()));
}

la_ssize_t append(archive* /*writer*/, void* out, const void* bytes, std::size_t size) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
    return static_cast<la_ssize_t>(size);
}

void open(const Writer& writer, std::string& out) {
    archive_write_set_bytes_per_block(writer.get(), 0);
    require(writer, archive_write_open2(writer.get(), &out, nullptr, &append, nullptr, nullptr));
}

void write(const Writer& writer, const File& file) {
    const Entry entry(archive_entry_new(), &archive_entry_free);
    const bool is_folder = file.name.ends_with('/');
    archive_entry_set_pathname_utf8(entry.get(), file.name.c_str());
    archive_entry_set_filetype(entry.get(), is_folder ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (!is_folder) archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
    require(writer, archive_write_header(writer.get(), entry.get()));
    if (!is_folder && archive_write_data(writer.get(), file.bytes.data(), file.bytes.size()) < 0) {
        throw std::runtime_error(archive_error_string(writer.get()));
    }
}

}  // namespace

std::string archive_of(const std::string& format, const std::vector<File>& files, const std::string& password,
                       const std::string& options) {
    std::string out;
    const Writer writer(archive_write_new(), &archive_write_free);
    require(writer, archive_write_set_format_by_name(writer.get(), format.c_str()));
    if (!options.empty()) require(writer, archive_write_set_options(writer.get(), options.c_str()));
    if (!password.empty()) {
        require(writer, archive_write_set_options(writer.get(), "zip:encryption=zipcrypt"));
        require(writer, archive_write_set_passphrase(writer.get(), password.c_str()));
    }
    open(writer, out);
    for (const File& file : files) write(writer, file);
    require(writer, archive_write_close(writer.get()));
    return out;
}

std::string compressed(const std::string& filter, std::string_view bytes) {
    std::string out;
    const Writer writer(archive_write_new(), &archive_write_free);
    require(writer, archive_write_set_format_raw(writer.get()));
    require(writer, archive_write_add_filter_by_name(writer.get(), filter.c_str()));
    // Blocks of 100 kB instead of 900.
    if (filter == "bzip2")
        require(writer, archive_write_set_filter_option(writer.get(), nullptr, "compression-level", "1"));
    open(writer, out);
    write(writer, {"content", std::string(bytes)});
    require(writer, archive_write_close(writer.get()));
    return out;
}

std::string warc_record(std::string_view fields, std::string_view content) {
    return "WARC/1.0\r\n" + std::string(fields) + "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" +
           std::string(content) + "\r\n\r\n";
}

std::string warc_response(std::string_view url, std::string_view http_fields, std::string_view body,
                          std::string_view status) {
    return warc_record(
        "WARC-Type: response\r\nWARC-Target-URI: " + std::string(url) +
            "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\n",
        "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(http_fields) + "\r\n" + std::string(body));
}

std::string page_titled(std::string_view title) {
    std::string page = "<!DOCTYPE html><html><head><title>" + std::string(title) +
                       "</title></head><body><article><h1>" + std::string(title) + "</h1>";
    for (int i = 0; i < 4; ++i) {
        page +=
            "<p>The council met in the old town hall on Monday and spoke for hours about the bridge, the school and "
            "the price of water, and left the vote for another day.</p>";
    }
    return page + "</article></body></html>";
}

}  // namespace dateline::tests
