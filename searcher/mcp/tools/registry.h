#pragma once

#include <span>
#include <string_view>

#include "searcher/mcp/tools/tool.h"

/// The tools: a file each, a line each in tools().
namespace dateline::mcp {

Tool search_news_tool();
Tool read_article_tool();
Tool facets_tool();
Tool timeline_tool();
Tool similar_articles_tool();
Tool verify_quote_tool();

std::span<const Tool> tools();
/// nullptr where there is none.
const Tool* find_tool(std::string_view name);

}  // namespace dateline::mcp
