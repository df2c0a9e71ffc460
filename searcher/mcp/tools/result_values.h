#pragma once

#include "searcher/mcp/tools/schema.h"
#include "searcher/output/json_values.h"
#include "searcher/results/result_page.h"
#include "searcher/search.h"

/// Result pages for a reader that pays for every word: what is empty is left out, and each result is a passage that may
/// be quoted.
namespace dateline::mcp {

Json results_of(const ResultPage& page, const Searcher& searcher);
Json results_schema();

/// "query", "interpreted", "total", "exact", "notes": how an answer came about.
Json answer_values(const ResultPage& page);
std::vector<Property> answer_properties();

}  // namespace dateline::mcp
