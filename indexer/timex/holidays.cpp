#include "indexer/timex/holidays.h"

#include "common/dates/calendar.h"

namespace dateline::timex {

namespace {

/// Monday is 1.

/// The first Monday, or whichever weekday, on or after a day.
CivilDay on_or_after(CivilDay day, int weekday) { return days_after(day, (weekday - weekday_of(day) + 7) % 7); }

/// Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
CivilDay easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return {year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1)};
}

constexpr int monday = 1;
constexpr int thursday = 4;

}  // namespace

CivilDay day_of(Holiday holiday, int year) {
    switch (holiday) {
    case Holiday::christmas: return {year, 12, 25};
    case Holiday::thanksgiving: return on_or_after({year, 11, 22}, thursday);
    case Holiday::easter: return easter(year);
    case Holiday::halloween: return {year, 10, 31};
    case Holiday::labor_day: return on_or_after({year, 9, 1}, monday);
    case Holiday::memorial_day: return on_or_after({year, 5, 25}, monday);
    case Holiday::independence_day: return {year, 7, 4};
    case Holiday::veterans_day: return {year, 11, 11};
    case Holiday::boxing_day: return {year, 12, 26};
    case Holiday::columbus_day: return on_or_after({year, 10, 8}, monday);
    case Holiday::election_day: return days_after(on_or_after({year, 11, 1}, monday), 1);
    case Holiday::valentines_day: return {year, 2, 14};
    }
    return {year, 1, 1};
}

}  // namespace dateline::timex
