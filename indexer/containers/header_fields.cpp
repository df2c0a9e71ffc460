#include "indexer/containers/header_fields.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// Takes the next line from `text`, without its end.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace

HeaderFields::HeaderFields(std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (!fields_.empty() && (line.starts_with(' ') || line.starts_with('\t'))) {
            fields_.back().second.append(" ").append(trim(line));
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0) continue;
        fields_.emplace_back(lower_ascii(trim(line.substr(0, colon))), trim(line.substr(colon + 1)));
    }
}

std::string_view HeaderFields::value(std::string_view name) const {
    const auto found = std::ranges::find(fields_, lower_ascii(name), &std::pair<std::string, std::string>::first);
    return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

std::size_t header_length(std::string_view text) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        if (rest.starts_with('\n')) return at + 2;
        if (rest.starts_with("\r\n")) return at + 3;
    }
    return std::string_view::npos;
}

std::string media_type(std::string_view content_type) {
    return lower_ascii(trim(content_type.substr(0, content_type.find(';'))));
}

std::string parameter(std::string_view content_type, std::string_view name) {
    while (true) {
        const std::size_t semicolon = content_type.find(';');
        if (semicolon == std::string_view::npos) return "";
        content_type.remove_prefix(semicolon + 1);
        const std::size_t equals = content_type.find('=');
        if (equals == std::string_view::npos) return "";
        if (lower_ascii(trim(content_type.substr(0, equals))) != name) continue;
        std::string_view value = trim(content_type.substr(equals + 1));
        value = trim(value.substr(0, value.find(';')));
        const auto is_quote = [](char c) { return c == '"' || c == '\''; };
        if (!value.empty() && is_quote(value.front())) value.remove_prefix(1);
        if (!value.empty() && is_quote(value.back())) value.remove_suffix(1);
        return std::string(value);
    }
}

}  // namespace dateline
