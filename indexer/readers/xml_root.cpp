#include "indexer/readers/xml_root.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "common/text/utf8.h"

namespace dateline {

namespace {

/// What stands behind `end`; "" where it does not come.
std::string_view behind(std::string_view text, std::string_view end) {
    const std::size_t at = text.find(end);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

/// What stands behind a document type, which may hold declarations in square brackets.
std::string_view behind_doctype(std::string_view text) {
    const std::size_t end = text.find_first_of("[>");
    if (end == std::string_view::npos) {
        return {};
    }
    return text[end] == '>' ? text.substr(end + 1) : behind(behind(text, "]"), ">");
}

}  // namespace

std::string_view xml_root(std::string_view text) {
    while (true) {
        text = trim(text);
        if (text.starts_with("<!--")) {
            text = behind(text.substr(4), "-->");
        } else if (text.starts_with("<?")) {
            text = behind(text, "?>");
        } else if (text.starts_with("<!DOCTYPE")) {
            text = behind_doctype(text);
        } else {
            break;
        }
    }
    if (!text.starts_with('<')) {
        return {};
    }
    const std::size_t end = text.find_first_of(" \t\r\n/>", 1);
    const std::string_view name = end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
    return name.substr(name.find(':') + 1);
}

std::string_view reader_of_xml_root(std::string_view root) {
    using Pair = std::pair<std::string_view, std::string_view>;
    constexpr auto readers = std::to_array<Pair>({{"nitf", "nitf"},
                                                  {"newsItem", "newsml"},
                                                  {"newsMessage", "newsml"},
                                                  {"packageItem", "newsml"},
                                                  {"conceptItem", "newsml"},
                                                  {"knowledgeItem", "newsml"},
                                                  {"planningItem", "newsml"},
                                                  {"catalogItem", "newsml"},
                                                  {"NewsML", "newsml"},
                                                  {"newsitem", "rcv1"},
                                                  {"urlset", "sitemap"},
                                                  {"sitemapindex", "sitemap"},
                                                  {"rss", "feed"},
                                                  {"feed", "feed"},
                                                  {"RDF", "feed"}});
    const auto* const found = std::ranges::find(readers, root, &Pair::first);
    return found == readers.end() ? std::string_view() : found->second;
}

}  // namespace dateline
