#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/date.h"

namespace dateline {

/// How long the time is that a text speaks of, the longest first.
enum class TimePrecision : std::uint8_t {
    century,
    decade,
    year,
    half_year,
    season,
    quarter,
    month,
    week,
    weekend,
    day,
    part_of_day,
    moment
};

/// The days a text speaks of, both included. A part of a day and a moment are the day they belong to.
struct TimeInterval {
    CivilDay first;
    CivilDay last;
    TimePrecision precision = TimePrecision::day;

    auto operator<=>(const TimeInterval&) const = default;
};

/// The days a value of a TIMEX3 element names (ISO 8601 with the additions of TimeML 1.2.1), nothing where it names
/// none: durations, sets, `PAST_REF`, and whatever has an X for what is not known.
///
///     19 the 20th century   197 the 1970s   1998   1998-H1   1998-SU   1998-Q3   1998-02   1998-W07   1998-W07-WE
///     1998-02-13   1998-02-13TMO in the morning   1998-02-13T14:30
std::optional<TimeInterval> interval_of_timex(std::string_view value);

/// Whether `value` is one that TIMEX3 allows, of whatever kind: also `P3D`, `PT2H30M`, `PXY`, `XXXX-WXX-5`,
/// `1998-QX`, `FUTURE_REF`.
bool is_timex_value(std::string_view value);

}  // namespace dateline
