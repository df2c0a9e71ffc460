#include "indexer/readers/xml_source.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "common/text/ascii.h"
#include "common/text/charset.h"
#include "common/text/utf8.h"
#include "indexer/readers/html.h"

namespace dateline {

namespace {

constexpr std::size_t xml_chunk_bytes = std::size_t{64} << 10;
constexpr std::size_t longest_character = 4;

/// How the names of encodings with a byte a character begin.
constexpr auto single_byte_names = std::to_array<std::string_view>(
    {"iso-8859", "iso8859",  "iso_8859", "latin", "windows-125", "windows-874", "cp125", "cp-125",  "x-cp125", "cp874",
     "koi8",     "us-ascii", "ascii",    "ansi",  "macintosh",   "x-mac",       "mac-",  "tis-620", "ibm8",    "cp8"});

/// The encoding that the XML declaration names, in lower case; "" for none.
std::string declared_encoding(std::string_view beginning) {
    if (!beginning.starts_with("<?xml")) {
        return "";
    }
    const std::size_t end = beginning.find("?>");
    return end == std::string_view::npos ? "" : lower_ascii(declared_charset(beginning.substr(0, end + 2)));
}

bool is_ascii(std::string_view bytes) {
    return std::ranges::none_of(bytes, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
}

/// XML has no control characters but these; one of another kind would end the reading.
void blank_controls(std::string& text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') {
            c = ' ';
        }
    }
}

}  // namespace

XmlSource::XmlSource(Input& input) : input_(input) { fill(); }

std::size_t XmlSource::read(char* out, std::size_t size) {
    while (position_ == text_.size()) {
        if (!fill()) {
            return 0;
        }
    }
    const std::size_t count = std::min(size, text_.size() - position_);
    std::memcpy(out, text_.data() + position_, count);
    position_ += count;
    return count;
}

std::size_t XmlSource::take_replaced() { return std::exchange(replaced_, 0); }

void XmlSource::tell_kind(std::string& beginning) {
    started_ = true;
    const std::string_view mark = charset_of_mark(beginning);
    if (mark == "utf-8") {
        beginning.erase(0, 3);
        return;
    }
    charset_ = declared_encoding(beginning);
    if (!mark.empty()) {
        kind_ = Kind::as_declared;
    } else if (std::ranges::any_of(single_byte_names,
                                   [this](std::string_view name) { return charset_.starts_with(name); })) {
        kind_ = Kind::single_byte;
    } else if (!charset_.empty() && charset_ != "utf-8" && charset_ != "utf8") {
        kind_ = Kind::as_declared;
    }
}

bool XmlSource::fill() {
    std::string bytes = std::exchange(rest_, {});
    const std::size_t kept = bytes.size();
    bytes.resize(kept + xml_chunk_bytes);
    input_.bytes.read(bytes.data() + kept, static_cast<std::streamsize>(xml_chunk_bytes));
    if (input_.bytes.bad()) {
        throw IoError(input_.path + ": reading failed");
    }
    const auto got = static_cast<std::size_t>(input_.bytes.gcount());
    bytes.resize(kept + got);
    position_ = 0;
    if (bytes.empty()) {
        text_ = references_.mend({}, true);
        return !text_.empty();
    }
    if (!started_) {
        tell_kind(bytes);
    }
    switch (kind_) {
    case Kind::utf8: append_utf8(bytes, got == 0); break;
    case Kind::single_byte: append_single_bytes(bytes); break;
    case Kind::as_declared: text_ = std::move(bytes); return true;
    }
    text_ = references_.mend(text_, false);
    return true;
}

void XmlSource::append_utf8(std::string& bytes, bool at_end) {
    const std::size_t valid = valid_utf8_prefix(bytes);
    if (!at_end && bytes.size() - valid < longest_character) {
        rest_ = bytes.substr(valid);
        bytes.resize(valid);
    }
    replaced_ += repair_utf8(bytes);
    blank_controls(bytes);
    text_ = std::move(bytes);
}

/// The first bytes that are not ASCII tell whether the declaration is true.
void XmlSource::append_single_bytes(std::string& bytes) {
    if (!is_ascii(bytes)) {
        if (bytes.size() - valid_utf8_prefix(bytes) < longest_character &&
            !is_ascii(bytes.substr(0, valid_utf8_prefix(bytes)))) {
            kind_ = Kind::utf8;
            return append_utf8(bytes, false);
        }
        if (std::string decoded = decode(bytes, charset_); !decoded.empty()) {
            bytes = std::move(decoded);
        } else {
            replaced_ += repair_utf8(bytes);
        }
    }
    blank_controls(bytes);
    text_ = std::move(bytes);
}

}  // namespace dateline
