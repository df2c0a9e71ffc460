#include "searcher/http/compression.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <new>

#include "common/text/ascii.h"
#include "searcher/http/message.h"

namespace dateline::http {
namespace {

constexpr int gzip_level = 4;
constexpr int zstd_level = 3;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank_ascii(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank_ascii(text.back())) text.remove_suffix(1);
    return text;
}

/// Whether the header names the coding, and not with a weight of nothing.
bool admits(std::string_view header, std::string_view coding) {
    while (!header.empty()) {
        const std::string_view part = header.substr(0, header.find(','));
        header.remove_prefix(std::min(part.size() + 1, header.size()));
        const std::string_view name = trimmed(part.substr(0, part.find(';')));
        if (!equal_without_case(name, coding)) continue;
        const std::size_t weight = part.find("q=");
        return weight == std::string_view::npos ||
               part.substr(weight + 2).find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

std::string gzipped(std::string_view text) {
    constexpr int with_gzip_header = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, gzip_level, Z_DEFLATED, with_gzip_header, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (end != Z_STREAM_END) throw std::bad_alloc();
    return out;
}

std::string zstd_compressed(std::string_view text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(out.data(), out.size(), text.data(), text.size(), zstd_level);
    if (ZSTD_isError(size) != 0) throw std::bad_alloc();
    out.resize(size);
    return out;
}

}  // namespace

Coding chosen_coding(std::string_view accept_encoding) {
    if (admits(accept_encoding, "zstd")) return Coding::zstd;
    if (admits(accept_encoding, "gzip")) return Coding::gzip;
    return Coding::none;
}

std::string_view name_of(Coding coding) {
    return coding == Coding::gzip ? "gzip" : coding == Coding::zstd ? "zstd" : "identity";
}

std::string compressed(std::string_view text, Coding coding) {
    switch (coding) {
    case Coding::none: return std::string(text);
    case Coding::gzip: return gzipped(text);
    case Coding::zstd: return zstd_compressed(text);
    }
    return std::string(text);
}

}  // namespace dateline::http
