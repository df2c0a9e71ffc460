#pragma once

#include <string_view>

#include "searcher/query/ast.h"

/// What may stand behind `date:`, `before:` and `after:` (docs/query-language.md):
///
///     2012   2012-08   2012-08-29        a period
///     2012-08..2012-10   2012..   ..2010-06   from the first day of one to the last day of the
///     other none                                undated (`date:` only)
namespace dateline::query {

enum class DateRelation {
    within,  ///< `date:`
    before,  ///< strictly before the period: ends where it begins
    after,   ///< strictly after the period: begins where it ends
};

/// Reads the part of the query that `where` marks. Throws QueryError with the column of what makes
/// no sense.
DateRange parse_date_expression(std::string_view query, Span where, DateRelation relation);

}  // namespace dateline::query
