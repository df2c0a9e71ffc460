#include "common/dates/calendar.h"

#include <algorithm>

namespace dateline {

namespace {

/// Days since 1970 of the Monday on or before a day; 1970-01-01 was a Thursday.
std::int32_t monday_before(std::int32_t days) { return days - ((days + 3) % 7 + 7) % 7; }

std::int32_t first_monday_of_weeks(int year) { return monday_before(days_from_civil({year, 1, 4})); }

Interval days_long(std::int32_t first, std::int32_t count) {
    return {std::int64_t{first} * seconds_a_day, (std::int64_t{first} + count) * seconds_a_day};
}

/// Three months that begin with this one.
Interval three_months(int year, unsigned first_month) {
    const bool over_new_year = first_month > 10;
    const unsigned last_month = over_new_year ? first_month - 10 : first_month + 2;
    const int last_year = over_new_year ? year + 1 : year;
    return days_between({year, first_month, 1}, {last_year, last_month, days_in_month(last_year, last_month)});
}

}  // namespace

Interval days_between(CivilDay first, CivilDay last) {
    return days_long(days_from_civil(first), days_from_civil(last) - days_from_civil(first) + 1);
}

CivilDay days_after(CivilDay day, int days) { return civil_from_days(days_from_civil(day) + days); }

CivilDay months_before(CivilDay day, int months) {
    const int count = day.year * 12 + static_cast<int>(day.month) - 1 - months;
    const int year = count >= 0 ? count / 12 : (count + 1) / 12 - 1;
    const auto month = static_cast<unsigned>(count - year * 12) + 1;
    return {year, month, std::min(day.day, days_in_month(year, month))};
}

Interval iso_week(int year, int week) { return days_long(first_monday_of_weeks(year) + (week - 1) * 7, 7); }

int iso_weeks_in(int year) { return (first_monday_of_weeks(year + 1) - first_monday_of_weeks(year)) / 7; }

Interval week_of(CivilDay day) { return days_long(monday_before(days_from_civil(day)), 7); }

Interval quarter_of(int year, unsigned quarter) { return three_months(year, quarter * 3 - 2); }

Interval season_of(int year, Season season) { return three_months(year, static_cast<unsigned>(season) * 3 + 3); }

}  // namespace dateline
