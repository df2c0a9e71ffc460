#pragma once

#include <cstdint>

#include "common/date.h"

/// Periods of the calendar, each as the interval of its days (common/date.h).
namespace dateline {

enum class Season : std::uint8_t { spring, summer, autumn, winter };

/// Both days included.
Interval days_between(CivilDay first, CivilDay last);
CivilDay days_after(CivilDay day, int days);
/// The day of that number so many months earlier; the last of its month where that is shorter: three months before 31
/// May is 28 or 29 February.
CivilDay months_before(CivilDay day, int months);

/// ISO 8601-1:2019, 3.1.1.23: weeks begin on Monday, and week 1 is the one with the year's first Thursday. So it may
/// begin in December, and the last week may end in January.
Interval iso_week(int year, int week);
/// 52 or 53.
int iso_weeks_in(int year);
/// Monday to Sunday.
Interval week_of(CivilDay day);

/// 1 to 4; the first one is January to March.
Interval quarter_of(int year, unsigned quarter);
/// Meteorological seasons of the northern hemisphere: spring is March to May. A winter goes by the year it begins in:
/// that of 2012 is December 2012 to February 2013.
Interval season_of(int year, Season season);

}  // namespace dateline
