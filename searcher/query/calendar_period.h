#pragma once

#include <optional>

#include "common/date.h"
#include "searcher/query/date_text.h"

/// Periods of the calendar, a function for each form. Nothing where the text has another form; QueryError where it has
/// this one and names what does not exist.
namespace dateline::query {

std::optional<Interval> digits_period(const DateText& text);   ///< 2012, 2012-08, 2012-08-29
std::optional<Interval> week_period(const DateText& text);     ///< 2012-W35, 2012-W35-3: ISO 8601
std::optional<Interval> decade_period(const DateText& text);   ///< 1990s
std::optional<Interval> quarter_period(const DateText& text);  ///< q3 2012, 2012-Q3
std::optional<Interval> month_period(const DateText& text);    ///< aug 2012, August 2012
std::optional<Interval> season_period(const DateText& text);   ///< summer 2012; winter is that of its December
std::optional<Interval> day_period(const DateText& text);      ///< 29 August 2012, August 29, 2012

}  // namespace dateline::query
