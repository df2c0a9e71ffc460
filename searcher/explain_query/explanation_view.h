#pragma once

#include <string>

#include "searcher/explain_query/query_explanation.h"

namespace dateline {

/// For people: tokens, tree, words, dates and plan, a heading each. Safe for a terminal.
std::string explanation_as_text(const QueryExplanation& explanation);

/// One JSON object (docs/formats.md).
std::string explanation_as_json(const QueryExplanation& explanation);

}  // namespace dateline
