#pragma once

#include <string_view>

#include "searcher/query/ast.h"
#include "searcher/query/date_text.h"

namespace dateline::query {

/// Throws the QueryError for a text that has the form of no period, with the nearest one that makes sense as proposal.
[[noreturn]] void no_period(std::string_view query, Span where, const DateText& text);

/// For proposals: a date of several words in quotes.
std::string quoted_where_needed(std::string_view date);

}  // namespace dateline::query
