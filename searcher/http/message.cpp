#include "searcher/http/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "common/error.h"
#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace dateline::http {
namespace {

std::optional<std::string> first_of(const Pairs& pairs, std::string_view name,
                                    bool (*same)(std::string_view, std::string_view)) {
    const auto found =
        std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return same(pair.first, name); });
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

bool equal(std::string_view a, std::string_view b) { return a == b; }

/// The byte that `%41` stands for.
char unescaped(std::string_view escape) {
    unsigned byte = 0;
    const char* const begin = escape.data() + 1;
    if (escape.size() < 3 || std::from_chars(begin, begin + 2, byte, 16).ptr != begin + 2)
        throw UsageError("the address is escaped wrongly: two hexadecimal digits follow each %");
    return static_cast<char>(byte);
}

std::string unescape(std::string_view text, bool plus_is_blank) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            plain += unescaped(text.substr(i, 3));
            i += 2;
        } else {
            plain += plus_is_blank && text[i] == '+' ? ' ' : text[i];
        }
    }
    if (valid_utf8_prefix(plain) != plain.size()) throw UsageError("the address is not in UTF-8");
    if (plain.find('\0') != std::string::npos) throw UsageError("the address has a NUL in it");
    return plain;
}

Pairs read_parameters(std::string_view query) {
    Pairs parameters;
    while (!query.empty()) {
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(part.size() + 1, query.size()));
        if (part.empty()) continue;
        const std::string_view name = part.substr(0, part.find('='));
        const std::string_view value = part.substr(std::min(name.size() + 1, part.size()));
        parameters.emplace_back(unescape(name, true), unescape(value, true));
    }
    return parameters;
}

}  // namespace

bool equal_without_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower_ascii(x) == lower_ascii(y); });
}

std::optional<std::string> Request::header(std::string_view name) const {
    return first_of(headers, name, equal_without_case);
}

std::optional<std::string> Request::parameter(std::string_view name) const { return first_of(parameters, name, equal); }

std::optional<std::string> Response::header(std::string_view name) const {
    return first_of(headers, name, equal_without_case);
}

void Response::set_header(std::string name, std::string value) {
    std::erase_if(headers, [&](const auto& header) { return equal_without_case(header.first, name); });
    headers.emplace_back(std::move(name), std::move(value));
}

Response make_response(int status, std::string content_type, std::string body) {
    Response response;
    response.status = status;
    response.headers.emplace_back("Content-Type", std::move(content_type));
    response.body = std::move(body);
    return response;
}

void read_target(std::string_view target, Request& request) {
    request.target = target;
    const std::size_t query = std::min(target.find('?'), target.size());
    request.path = unescape(target.substr(0, query), false);
    if (!request.path.starts_with('/')) throw UsageError("the address is no path on this server");
    const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f; };
    if (std::any_of(request.path.begin(), request.path.end(), is_control))
        throw UsageError("the path has a control character in it");
    request.parameters = read_parameters(target.substr(std::min(query + 1, target.size())));
}

std::string escape_parameter(std::string_view text) {
    std::string escaped;
    for (const char byte : text) {
        const bool plain = is_upper_ascii(byte) || is_lower_ascii(byte) || is_digit_ascii(byte) || byte == '-' ||
                           byte == '.' || byte == '_' || byte == '~';
        if (plain) {
            escaped += byte;
        } else {
            escaped += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return escaped;
}

std::string_view reason_phrase(int status) {
    struct Row {
        int status;
        std::string_view phrase;
    };
    static constexpr std::array rows{
        Row{200, "OK"},
        Row{202, "Accepted"},
        Row{204, "No Content"},
        Row{304, "Not Modified"},
        Row{400, "Bad Request"},
        Row{401, "Unauthorized"},
        Row{403, "Forbidden"},
        Row{404, "Not Found"},
        Row{405, "Method Not Allowed"},
        Row{406, "Not Acceptable"},
        Row{410, "Gone"},
        Row{413, "Content Too Large"},
        Row{415, "Unsupported Media Type"},
        Row{421, "Misdirected Request"},
        Row{500, "Internal Server Error"},
        Row{503, "Service Unavailable"},
        Row{504, "Gateway Timeout"},
    };
    const auto* const found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.status == status; });
    return found == rows.end() ? "Unknown" : found->phrase;
}

}  // namespace dateline::http
