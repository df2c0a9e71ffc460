#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Archives and compressed streams as tests want them, in memory.
namespace dateline::tests {

struct File {
    std::string name;  ///< a folder where it ends in a slash
    std::string bytes;
};

/// `format` as libarchive names it: `zip`, `ustar`, `pax`, `7zip`. With a password the members of a zip are encrypted.
/// `options` as `archive_write_set_options` takes them.
std::string archive_of(const std::string& format, const std::vector<File>& files, const std::string& password = "",
                       const std::string& options = "");

/// `filter` as libarchive names it: `gzip`, `bzip2`, `xz`, `zstd`.
std::string compressed(const std::string& filter, std::string_view bytes);

/// The record of a WARC file: header fields as given and a fitting Content-Length.
std::string warc_record(std::string_view fields, std::string_view content);

/// The record of an answer: `http_fields` with their line ends, then the body.
std::string warc_response(std::string_view url, std::string_view http_fields, std::string_view body,
                          std::string_view status = "200 OK");

/// A page that is an article: with this title, and enough of a body.
std::string page_titled(std::string_view title);

}  // namespace dateline::tests
