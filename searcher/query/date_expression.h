#pragma once

#include <string_view>

#include "common/dates/present.h"
#include "searcher/query/ast.h"

/// What may stand behind `date:`, `on:`, `before:` and `after:` (docs/query-language.md). A period is
///
///     2012   2012-08   2012-08-29            a year, month, day
///     2012-W35   2012-Q3   1990s             a week (ISO 8601), quarter, decade
///     aug 2012   29 August 2012   August 29, 2012
///     summer 2012                            a meteorological season of the northern hemisphere
///     today   yesterday   this week   last month
///     7d   2w   3m   1y   past 3 months      up to and including today
///
/// and between two of them, or beside one, two dots make a range from the first day of one to the last day of the
/// other: `2012-08..2012-10`, `2012..`, `..yesterday`. `none` is undated (`date:` and `on:` only). ASCII case does not
/// matter; hyphens may stand for blanks: `last-week`.
namespace dateline::query {

/// For proposals: the forms used most.
inline constexpr std::string_view date_forms =
    "write 2012, 2012-08, 2012-08-29, \"aug 2012\", 2012-08..2012-10, 2012.., ..2012 or \"last week\"";

enum class DateRelation {
    within,  ///< `date:`, `on:`
    before,  ///< strictly before the period: ends where it begins
    after,   ///< strictly after the period: begins where it ends
};

/// Reads the part of the query that `where` marks. The interval is one of civil days, whatever the zone; the zone of
/// the present decides which day is today, and TimeZone::instants() gives the moments of these days. Throws QueryError
/// with the column of what makes no sense.
DateRange parse_date_expression(std::string_view query, Span where, DateRelation relation,
                                const Present& present = present_by_clock());

}  // namespace dateline::query
