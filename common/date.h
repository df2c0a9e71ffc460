#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Dates as values: a civil day or a moment, with the precision it was written in.
/// Calendar arithmetic is proleptic Gregorian (ISO 8601-1:2019).
namespace dateline {

enum class Precision : std::uint8_t { year, month, day, minute, second };

std::string_view name_of(Precision precision);

/// A publication date. `seconds` is the first second of the period named, counted from 1970-01-01T00:00:00Z.
/// For precisions year, month and day it is the civil date as written, at 00:00 "UTC", and `offset_minutes` is 0: a day
/// without a time has no zone and is never shifted. For minute and second it is the true instant, and `offset_minutes`
/// is the zone it was written in (east positive).
struct Date {
    std::int64_t seconds = 0;
    std::int16_t offset_minutes = 0;
    Precision precision = Precision::day;

    auto operator<=>(const Date&) const = default;
};

/// Years accepted in articles and queries: from this one to next year.
inline constexpr int first_year = 1500;
/// The last acceptable year: the present year plus one.
int last_year();

inline constexpr std::int64_t seconds_a_day = 86400;

struct CivilDay {
    int year = 1970;
    unsigned month = 1;  ///< 1..12
    unsigned day = 1;    ///< 1..31

    auto operator<=>(const CivilDay&) const = default;
};

/// Days since 1970-01-01 of a civil day, and back (H. Hinnant, chrono-compatible low-level date algorithms).
std::int32_t days_from_civil(CivilDay day);
CivilDay civil_from_days(std::int32_t days);
/// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
int weekday_of(CivilDay day);
unsigned days_in_month(int year, unsigned month);
/// Nothing where the day does not exist (2012-02-30) or the year is outside first_year..last_year().
std::optional<CivilDay> make_civil(int year, unsigned month, unsigned day);

Date date_of_year(int year);
Date date_of_month(int year, unsigned month);
Date date_of_day(CivilDay day);
/// A moment: local civil time with its offset from UTC.
Date date_of_moment(CivilDay day, int hour, int minute, int second, int offset_minutes, Precision precision);

/// Days since 1970-01-01 of a date's civil day, in the zone it was written in.
std::int32_t day_number(const Date& date);

/// ISO 8601 to the date's precision: `2012`, `2012-08`, `2012-08-29`, `2012-08-29T14:30+02:00`,
/// `2012-08-29T14:30:05Z`.
std::string to_iso(const Date& date);
/// The reverse of to_iso, also without seconds fraction; nothing for anything else.
std::optional<Date> from_iso(std::string_view text);

/// Half-open interval of seconds, as queries and facets use it.
struct Interval {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    auto operator<=>(const Interval&) const = default;
};

/// The period a date names: a day, month, year, minute or second long.
Interval interval_of(const Date& date);

}  // namespace dateline
