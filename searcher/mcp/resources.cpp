#include "searcher/mcp/resources.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string>

#include "searcher/article_view.h"
#include "searcher/mcp/json_rpc.h"

namespace dateline::mcp {
namespace {

constexpr std::string_view article_uri = "dateline://article/";
constexpr const char* article_type = "application/json";

/// RFC 3986, 2.1; nothing where a % has no two hexadecimal digits behind it.
std::optional<std::string> percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        const std::string_view digits = text.substr(i + 1, 2);
        unsigned byte = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
        if (error != std::errc{} || digits.size() != 2 || end != digits.data() + 2) return std::nullopt;
        decoded += static_cast<char>(byte);
        i += 2;
    }
    return decoded;
}

}  // namespace

Json resource_templates() {
    return Json::array({{{"uriTemplate", fmt::format("{}{{id}}", article_uri)},
                         {"name", "article"},
                         {"title", "Article"},
                         {"description", "A whole article with all that is known of it"},
                         {"mimeType", article_type}}});
}

Json read_resource(const Searcher& searcher, std::string_view uri) {
    const auto id = uri.starts_with(article_uri) ? percent_decoded(uri.substr(article_uri.size())) : std::nullopt;
    const auto article = id ? searcher.show(*id) : std::nullopt;
    if (!article) throw RpcError(ErrorCode::resource_not_found, fmt::format("there is no resource {}", uri));
    return Json::array({{{"uri", uri}, {"mimeType", article_type}, {"text", article_as_json(*article)}}});
}

}  // namespace dateline::mcp
