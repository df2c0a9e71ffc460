#include "common/text/utf8_stream.h"

#include <doctest/doctest.h>

#include <iterator>
#include <sstream>
#include <string>

#include "common/text/utf8.h"

namespace dateline {

namespace {

void append_unit(std::string& bytes, unsigned unit, bool big_endian) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? std::string{high, low} : std::string{low, high};
}

std::string utf16(const std::string& text, bool big_endian) {
    std::string bytes;
    append_unit(bytes, 0xFEFF, big_endian);
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x10000) {
            append_unit(bytes, static_cast<unsigned>(c), big_endian);
        } else {
            append_unit(bytes, 0xD800U + ((static_cast<unsigned>(c) - 0x10000U) >> 10U), big_endian);
            append_unit(bytes, 0xDC00U + (static_cast<unsigned>(c) & 0x3FFU), big_endian);
        }
    }
    return bytes;
}

std::string read(const std::string& bytes, std::string& charset) {
    std::istringstream stream(bytes);
    Utf8Stream text(stream);
    charset = text.charset();
    return {std::istreambuf_iterator<char>(text.stream()), {}};
}

}  // namespace

TEST_CASE("long texts in UTF-8 and UTF-16 are the same text, characters on the edges of pieces included") {
    std::string text;
    for (int i = 0; text.size() < 300'000; ++i) text += "aß語😀" + std::to_string(i);
    std::string charset;
    CHECK(read(text, charset) == text);
    CHECK(charset == "utf-8");
    CHECK(read("\xEF\xBB\xBF" + text, charset) == text);
    CHECK(charset == "utf-8");
    CHECK(read(utf16(text, false), charset) == text);
    CHECK(charset == "utf-16le");
    CHECK(read(utf16(text, true), charset) == text);
    CHECK(charset == "utf-16be");
}

TEST_CASE("a text cut inside a character, an empty one and one of a mark alone end in peace") {
    std::string charset;
    CHECK(read("", charset).empty());
    CHECK(read("\xFF\xFE", charset).empty());
    CHECK(read(utf16("ab", false).substr(0, 5), charset).starts_with("a"));
    CHECK(read("a\xC3", charset).starts_with("a"));
}

}  // namespace dateline
