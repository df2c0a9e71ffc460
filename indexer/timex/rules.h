#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "common/date.h"
#include "indexer/timex/pattern.h"

/// What English says about time, as tables of rules (pattern.h), one for each kind of expression.
namespace dateline::timex {

std::span<const Rule> calendar_rules();  ///< days, months, years, decades, centuries, seasons, holidays
std::span<const Rule> relative_rules();  ///< weekdays, last week, two years ago, now, the past
std::span<const Rule> quarter_rules();   ///< quarters, halves and fiscal years, as companies report
std::span<const Rule> clock_rules();     ///< times and parts of a day
std::span<const Rule> duration_rules();  ///< durations, and sets such as every week

inline Finding date(std::string value) { return {.type = TimexType::date, .value = std::move(value)}; }
/// A date that "early" or "the end of" may stand before.
inline Finding period(std::string value) {
    return {.type = TimexType::date, .value = std::move(value), .period = true};
}

/// The last word for a length of time, `week` or `weeks`; the expression has one.
inline const Token& unit_token(const Match& match) { return *match.find_last(unit | units); }
inline Unit unit_of(const Match& match) { return static_cast<Unit>(unit_token(match).value()); }

/// The day that an expression names with a weekday, a month and a day, or "today", if it names one.
std::optional<CivilDay> day_named(const Match& match, const Frame& frame);

}  // namespace dateline::timex
