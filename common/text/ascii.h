#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// Letters of ASCII, for names of formats and protocols: tags, schemes, hosts, field names. Words are folded
/// (folding.h).
namespace dateline {

constexpr bool is_upper_ascii(char byte) { return byte >= 'A' && byte <= 'Z'; }
constexpr bool is_lower_ascii(char byte) { return byte >= 'a' && byte <= 'z'; }
constexpr bool is_letter_ascii(char byte) { return is_upper_ascii(byte) || is_lower_ascii(byte); }
constexpr bool is_digit_ascii(char byte) { return byte >= '0' && byte <= '9'; }
/// White space as HTML has it.
constexpr bool is_blank_ascii(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f';
}

constexpr char lower_ascii(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// Whether it begins as addresses of the web do; schemes are in lower case.
constexpr bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

inline std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char byte) { return lower_ascii(byte); });
    return lower;
}

}  // namespace dateline
