#include "common/date.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace dateline {

namespace {

/// Reads exactly `count` ASCII digits from the front of `text`; nothing where they do not stand there.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    if (text.size() < count) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || text.front() != expected) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// `Z`, `+02:00` or `-03:30`, and nothing after it.
std::optional<int> take_zone(std::string_view text) {
    if (text == "Z") {
        return 0;
    }
    const bool east = take(text, '+');
    if (!east && !take(text, '-')) {
        return std::nullopt;
    }
    const auto hours = take_digits(text, 2);
    if (!hours || !take(text, ':')) {
        return std::nullopt;
    }
    const auto minutes = take_digits(text, 2);
    if (!minutes || !text.empty() || *hours > 18 || *minutes > 59) {
        return std::nullopt;
    }
    const int offset = *hours * 60 + *minutes;
    return east ? offset : -offset;
}

/// What follows the `T` of a moment.
std::optional<Date> moment_from_iso(CivilDay day, std::string_view text) {
    const auto hour = take_digits(text, 2);
    if (!hour || !take(text, ':')) {
        return std::nullopt;
    }
    const auto minute = take_digits(text, 2);
    std::optional<int> second = 0;
    Precision precision = Precision::minute;
    if (take(text, ':')) {
        second = take_digits(text, 2);
        precision = Precision::second;
    }
    if (!minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    const auto offset = take_zone(text);
    if (!offset) {
        return std::nullopt;
    }
    return date_of_moment(day, *hour, *minute, *second, *offset, precision);
}

/// Seconds of the instant as its zone's clock would show them.
std::int64_t local_seconds(const Date& date) { return date.seconds + std::int64_t{date.offset_minutes} * 60; }

std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
    const std::int64_t quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

CivilDay local_day(const Date& date) { return civil_from_days(day_number(date)); }

std::string iso_zone(int offset_minutes) {
    if (offset_minutes == 0) {
        return "Z";
    }
    const int size = offset_minutes < 0 ? -offset_minutes : offset_minutes;
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%c%02d:%02d", offset_minutes < 0 ? '-' : '+', size / 60, size % 60);
    return text.data();
}

std::string iso_time(const Date& date) {
    const std::int64_t second_of_day =
        local_seconds(date) - floor_divide(local_seconds(date), seconds_a_day) * seconds_a_day;
    const int hour = static_cast<int>(second_of_day / 3600);
    const int minute = static_cast<int>(second_of_day / 60 % 60);
    const int second = static_cast<int>(second_of_day % 60);
    std::array<char, 40> text{};
    if (date.precision == Precision::minute) {
        std::snprintf(text.data(), text.size(), "T%02d:%02d", hour, minute);
    } else {
        std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d", hour, minute, second);
    }
    return text.data() + iso_zone(date.offset_minutes);
}

std::int64_t first_second_of(CivilDay day) { return std::int64_t{days_from_civil(day)} * seconds_a_day; }

CivilDay next_month(CivilDay day) {
    return day.month == 12 ? CivilDay{day.year + 1, 1, 1} : CivilDay{day.year, day.month + 1, 1};
}

}  // namespace

std::string_view name_of(Precision precision) {
    switch (precision) {
    case Precision::year: return "year";
    case Precision::month: return "month";
    case Precision::day: return "day";
    case Precision::minute: return "minute";
    case Precision::second: return "second";
    }
    return "";
}

int last_year() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto days = std::chrono::duration_cast<std::chrono::hours>(now).count() / 24;
    return civil_from_days(static_cast<std::int32_t>(days)).year + 1;
}

// Both conversions follow H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": a year begins in March, so that
// the leap day is its last; an era is 400 such years of 146,097 days.
std::int32_t days_from_civil(CivilDay day) {
    const int year = day.month <= 2 ? day.year - 1 : day.year;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const auto year_of_era = static_cast<unsigned>(year - era * 400);
    const unsigned month_from_march = day.month > 2 ? day.month - 3 : day.month + 9;
    const unsigned day_of_year = (153 * month_from_march + 2) / 5 + day.day - 1;
    const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + static_cast<std::int32_t>(day_of_era) - 719468;
}

int weekday_of(CivilDay day) { return ((days_from_civil(day) + 3) % 7 + 7) % 7 + 1; }

CivilDay civil_from_days(std::int32_t days) {
    days += 719468;
    const int era = (days >= 0 ? days : days - 146096) / 146097;
    const auto day_of_era = static_cast<unsigned>(days - era * 146097);
    const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned month_from_march = (5 * day_of_year + 2) / 153;
    const unsigned day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    const unsigned month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    const int year = static_cast<int>(year_of_era) + era * 400;
    return {month <= 2 ? year + 1 : year, month, day};
}

unsigned days_in_month(int year, unsigned month) {
    constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths.at(month - 1);
}

std::optional<CivilDay> make_civil(int year, unsigned month, unsigned day) {
    if (year < first_year || year > last_year() || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month)) {
        return std::nullopt;
    }
    return CivilDay{year, month, day};
}

Date date_of_year(int year) { return {first_second_of({year, 1, 1}), 0, Precision::year}; }

Date date_of_month(int year, unsigned month) { return {first_second_of({year, month, 1}), 0, Precision::month}; }

Date date_of_day(CivilDay day) { return {first_second_of(day), 0, Precision::day}; }

Date date_of_moment(CivilDay day, int hour, int minute, int second, int offset_minutes, Precision precision) {
    const std::int64_t local = first_second_of(day) + hour * 3600 + minute * 60 + second;
    return {local - std::int64_t{offset_minutes} * 60, static_cast<std::int16_t>(offset_minutes), precision};
}

std::int32_t day_number(const Date& date) {
    return static_cast<std::int32_t>(floor_divide(local_seconds(date), seconds_a_day));
}

std::string to_iso(const Date& date) {
    const CivilDay day = local_day(date);
    std::array<char, 40> text{};
    if (date.precision == Precision::year) {
        std::snprintf(text.data(), text.size(), "%04d", day.year);
    } else if (date.precision == Precision::month) {
        std::snprintf(text.data(), text.size(), "%04d-%02u", day.year, day.month);
    } else {
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", day.year, day.month, day.day);
    }
    std::string iso = text.data();
    return date.precision >= Precision::minute ? iso + iso_time(date) : iso;
}

std::optional<Date> from_iso(std::string_view text) {
    const auto year = take_digits(text, 4);
    if (!year || !make_civil(*year, 1, 1)) {
        return std::nullopt;
    }
    if (text.empty()) {
        return date_of_year(*year);
    }
    const auto month = take(text, '-') ? take_digits(text, 2) : std::nullopt;
    if (!month || !make_civil(*year, static_cast<unsigned>(*month), 1)) {
        return std::nullopt;
    }
    if (text.empty()) {
        return date_of_month(*year, static_cast<unsigned>(*month));
    }
    const auto day_number = take(text, '-') ? take_digits(text, 2) : std::nullopt;
    const auto day = day_number ? make_civil(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day_number))
                                : std::nullopt;
    if (!day || text.empty()) {
        return day ? std::optional(date_of_day(*day)) : std::nullopt;
    }
    return take(text, 'T') ? moment_from_iso(*day, text) : std::nullopt;
}

Interval interval_of(const Date& date) {
    const CivilDay day = local_day(date);
    switch (date.precision) {
    case Precision::year: return {date.seconds, first_second_of({day.year + 1, 1, 1})};
    case Precision::month: return {date.seconds, first_second_of(next_month(day))};
    case Precision::day: return {date.seconds, date.seconds + seconds_a_day};
    case Precision::minute: return {date.seconds, date.seconds + 60};
    case Precision::second: return {date.seconds, date.seconds + 1};
    }
    return {};
}

}  // namespace dateline
