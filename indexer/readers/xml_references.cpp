#include "indexer/readers/xml_references.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <system_error>
#include <utility>

#include "common/text/ascii.h"

namespace dateline {

namespace {

constexpr std::string_view cdata_begin = "<![CDATA[";
constexpr std::string_view cdata_end = "]]>";
constexpr std::size_t longest_reference = 64;

bool is_reference_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == ':' ||
           c == '-' || c == '.' || c == '#';
}

/// The character that `#233` or `#xE9` names; nothing for other names.
std::optional<std::uint32_t> number_of(std::string_view name) {
    if (!name.starts_with('#')) {
        return std::nullopt;
    }
    const bool hexadecimal = name.substr(1).starts_with('x');
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t number = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole ? std::optional(number) : std::nullopt;
}

/// What XML has (XML 1.0, production 2).
bool is_xml_character(std::uint32_t c) {
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

/// Without `&` and `;`.
bool is_name(std::string_view name) {
    return !name.empty() && !is_digit_ascii(name.front()) && name.front() != '-' && name.front() != '.' &&
           name.find('#') == std::string_view::npos;
}

/// Moves the first bytes of `rest` to `out`.
void take(std::string_view& rest, std::size_t bytes, std::string& out) {
    out += rest.substr(0, bytes);
    rest.remove_prefix(bytes);
}

/// What stands at the beginning of a text, with `length` bytes: to be left, to be replaced, or not to be told yet.
struct CharacterReference {
    std::size_t length = 0;
    std::string_view replacement;
    bool is_cut = false;
};

CharacterReference reference_at(std::string_view text, bool at_end) {
    const auto* const end = std::find_if_not(text.begin() + 1, text.end(), is_reference_character);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (!at_end && length == text.size() && length < longest_reference) {
        return {0, "", true};
    }
    const std::string_view name = text.substr(1, length - 1);
    if (length < text.size() && text[length] == ';') {
        if (const auto number = number_of(name)) {
            return {length + 1, is_xml_character(*number) ? std::string_view() : " ", false};
        }
        if (is_name(name)) {
            return {length + 1, "", false};
        }
    }
    return {1, "&amp;", false};
}

}  // namespace

std::string XmlReferences::mend(std::string_view piece, bool at_end) {
    const std::string text = std::exchange(held_, {}) + std::string(piece);
    std::string out;
    out.reserve(text.size() + 16);
    std::string_view rest = text;
    while (!rest.empty() && (in_cdata_ ? mend_cdata(rest, at_end, out) : mend_text(rest, at_end, out))) {
    }
    held_ = rest;
    return out;
}

bool XmlReferences::mend_cdata(std::string_view& rest, bool at_end, std::string& out) {
    const std::size_t end = rest.find(cdata_end);
    in_cdata_ = end == std::string_view::npos;
    const std::size_t held = at_end ? 0 : std::min(cdata_end.size() - 1, rest.size());
    take(rest, in_cdata_ ? rest.size() - held : end + cdata_end.size(), out);
    return !in_cdata_;
}

bool XmlReferences::mend_text(std::string_view& rest, bool at_end, std::string& out) {
    take(rest, std::min(rest.find_first_of("&<"), rest.size()), out);
    if (rest.starts_with('<')) {
        if (!at_end && rest.size() < cdata_begin.size() && cdata_begin.starts_with(rest)) {
            return false;
        }
        in_cdata_ = rest.starts_with(cdata_begin);
        take(rest, in_cdata_ ? cdata_begin.size() : 1, out);
    } else if (rest.starts_with('&')) {
        const CharacterReference reference = reference_at(rest, at_end);
        if (reference.is_cut) {
            return false;
        }
        if (reference.replacement.empty()) {
            take(rest, reference.length, out);
        } else {
            out += reference.replacement;
            rest.remove_prefix(reference.length);
        }
    }
    return true;
}

}  // namespace dateline
