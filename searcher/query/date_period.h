#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"
#include "common/dates/present.h"
#include "searcher/query/ast.h"
#include "searcher/query/date_text.h"

namespace dateline::query {

/// The days of one period (date_expression.h lists what there is), those no query can name cut off: `2020s` ends with
/// next year. Throws QueryError for what makes no sense.
Interval read_period(std::string_view query, Span where, const Present& present);

/// The same; nothing for what has the form of no period at all.
std::optional<Interval> find_period(const DateText& text);

}  // namespace dateline::query
