#pragma once

#include <optional>

#include "common/date.h"
#include "searcher/query/date_text.h"

namespace dateline::query {

/// Periods that depend on the present:
///
///     today   yesterday
///     this week   last month     the calendar's: weeks begin on Monday, `last year` is 1 January to 31 December
///     3m   past 3 months         spans up to and including today: `7d` is today and the six days before it, `3m`
///     begins
///                                the day after this one three months ago
///
/// Nothing for other texts.
std::optional<Interval> relative_period(const DateText& text);

}  // namespace dateline::query
