#include "searcher/mcp/tools/registry.h"

#include <algorithm>
#include <array>

namespace dateline::mcp {

std::span<const Tool> tools() {
    static const std::array<Tool, 6> all{search_news_tool(), read_article_tool(),     facets_tool(),
                                         timeline_tool(),    similar_articles_tool(), verify_quote_tool()};
    return all;
}

const Tool* find_tool(std::string_view name) {
    const auto all = tools();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Tool& tool) { return tool.name == name; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace dateline::mcp
