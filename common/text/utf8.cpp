#include "common/text/utf8.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace dateline {

namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

unsigned char byte_at(std::string_view text, std::size_t position) {
    return static_cast<unsigned char>(text[position]);
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// Length of the ASCII run that begins at `position`, eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t position) {
    while (position + sizeof(std::uint64_t) <= text.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + position, sizeof(word));
        if ((word & high_bits) != 0) {
            break;
        }
        position += sizeof(word);
    }
    while (position < text.size() && byte_at(text, position) < 0x80) {
        ++position;
    }
    return position;
}

/// Behind the letters, digits and signs of ASCII that begin at `position`.
std::size_t skip_printable_ascii(std::string_view text, std::size_t position) {
    while (position < text.size() && byte_at(text, position) > 0x20 && byte_at(text, position) < 0x7F) {
        ++position;
    }
    return position;
}

/// Behind the bytes that begin no control character and lie in none: all but ASCII's own, those with the lead bytes of
/// U+0080 and of the byte order mark, and carriage returns.
std::size_t skip_surely_kept(std::string_view text, std::size_t position) {
    static constexpr auto kept = [] {
        std::array<bool, 256> bytes{};
        for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
            bytes.at(byte) =
                byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xEF);
        }
        return bytes;
    }();
    while (position < text.size() && kept[byte_at(text, position)]) {
        ++position;
    }
    return position;
}

/// Length of the well-formed multi-byte character at `position`, 0 where there is none: one row of Unicode table 3-7
/// a lead byte.
std::size_t multibyte_length(std::string_view text, std::size_t position) {
    const unsigned char lead = byte_at(text, position);
    std::size_t length = 0;
    unsigned char lowest = 0x80;
    unsigned char highest = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        lowest = lead == 0xE0 ? 0xA0 : lowest;
        highest = lead == 0xED ? 0x9F : highest;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        lowest = lead == 0xF0 ? 0x90 : lowest;
        highest = lead == 0xF4 ? 0x8F : highest;
    }
    if (length == 0 || position + length > text.size()) {
        return 0;
    }
    const unsigned char second = byte_at(text, position + 1);
    if (second < lowest || second > highest) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if (!is_continuation(byte_at(text, position + i))) {
            return 0;
        }
    }
    return length;
}

/// Windows-1252, bytes 0x80 to 0x9F (from 0xA0 on it is Latin-1).
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

char32_t from_windows_1252(unsigned char byte) { return byte < 0xA0 ? windows_1252.at(byte - 0x80U) : byte; }

bool has_multibyte_character(std::string_view text) {
    for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at + 1)) {
        if (multibyte_length(text, at) != 0) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
    std::size_t at = skip_ascii(text, 0);
    while (at < text.size()) {
        const std::size_t length = multibyte_length(text, at);
        if (length == 0) {
            return at;
        }
        at = skip_ascii(text, at + length);
    }
    return at;
}

std::size_t repair_utf8(std::string& text) {
    const std::size_t valid = valid_utf8_prefix(text);
    if (valid == text.size()) {
        return 0;
    }
    const bool damaged = has_multibyte_character(text);
    std::string repaired = text.substr(0, valid);
    std::size_t replaced = 0;
    for (std::size_t at = valid; at < text.size();) {
        const std::size_t length = byte_at(text, at) < 0x80 ? 1 : multibyte_length(text, at);
        if (length != 0) {
            repaired.append(text, at, length);
            at += length;
            continue;
        }
        append_code_point(repaired, damaged ? replacement_character : from_windows_1252(byte_at(text, at)));
        ++replaced;
        ++at;
    }
    text = std::move(repaired);
    return replaced;
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
    const unsigned char lead = byte_at(text, position++);
    if (lead < 0x80) {
        return lead;
    }
    std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    auto code_point = static_cast<char32_t>(lead & (0x3FU >> more));
    for (; more > 0 && position < text.size(); --more) {
        code_point = (code_point << 6U) | (byte_at(text, position++) & 0x3FU);
    }
    return code_point;
}

void append_code_point(std::string& text, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
        code_point = replacement_character;
    }
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | (code_point >> 6U));
        put(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        put(0xE0U | (code_point >> 12U));
        put(0x80U | ((code_point >> 6U) & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    } else {
        put(0xF0U | (code_point >> 18U));
        put(0x80U | ((code_point >> 12U) & 0x3FU));
        put(0x80U | ((code_point >> 6U) & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    }
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) points += next_code_point(text, at);
    return points;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        count += is_continuation(static_cast<unsigned char>(c)) ? 0U : 1U;
    }
    return count;
}

std::size_t byte_offset_of(std::string_view text, std::size_t code_point_index) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_continuation(byte_at(text, at)) && code_point_index-- == 0) {
            return at;
        }
    }
    return text.size();
}

std::size_t code_point_index_of(std::string_view text, std::size_t byte_offset) {
    if (byte_offset >= text.size()) {
        return count_code_points(text);
    }
    while (byte_offset > 0 && is_continuation(byte_at(text, byte_offset))) {
        --byte_offset;
    }
    return count_code_points(text.substr(0, byte_offset));
}

std::string_view cut_at_code_point(std::string_view text, std::size_t bytes) {
    if (bytes >= text.size()) {
        return text;
    }
    while (bytes > 0 && is_continuation(byte_at(text, bytes))) {
        --bytes;
    }
    return text.substr(0, bytes);
}

bool is_space(char32_t code_point) {
    return code_point == U' ' || (code_point >= 0x09 && code_point <= 0x0D) || code_point == 0x85 ||
           code_point == 0xA0 || code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
           code_point == 0x2028 || code_point == 0x2029 || code_point == 0x202F || code_point == 0x205F ||
           code_point == 0x3000;
}

bool is_dropped_control(char32_t code_point) {
    return (code_point < 0x20 && !is_space(code_point)) || (code_point >= 0x7F && code_point < 0xA0) ||
           code_point == 0xFEFF;
}

void append_squeezed(std::string& out, std::string_view text) {
    const std::size_t begin = out.size();
    out.reserve(begin + text.size());
    bool blank_due = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        at = skip_printable_ascii(text, at);
        if (at > from) {
            if (blank_due) {
                out.push_back(' ');
                blank_due = false;
            }
            out.append(text, from, at - from);
            continue;
        }
        const char32_t code_point = next_code_point(text, at);
        if (is_space(code_point)) {
            blank_due = out.size() > begin;
        } else if (!is_dropped_control(code_point)) {
            if (blank_due) {
                out.push_back(' ');
                blank_due = false;
            }
            out.append(text, from, at - from);
        }
    }
}

std::string squeeze_space(std::string_view text) {
    std::string squeezed;
    append_squeezed(squeezed, text);
    return squeezed;
}

void strip_controls(std::string& text) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        at = skip_surely_kept(text, at);
        if (at > from) {
            if (kept != from) {
                std::memmove(text.data() + kept, text.data() + from, at - from);
            }
            kept += at - from;
            continue;
        }
        const char32_t code_point = next_code_point(text, at);
        if (code_point == U'\r') {
            if (at >= text.size() || text[at] != '\n') {
                text[kept++] = '\n';
            }
        } else if (!is_dropped_control(code_point)) {
            std::memmove(text.data() + kept, text.data() + from, at - from);
            kept += at - from;
        }
    }
    text.resize(kept);
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t\n\v\f\r";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace dateline
