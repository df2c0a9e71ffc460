#include "indexer/timex/frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "common/dates/calendar.h"

namespace dateline::timex {

namespace {

constexpr int months_a_year = 12;

int month_of(CivilDay day) { return static_cast<int>(day.month); }

int quarter_number(CivilDay day) { return (month_of(day) - 1) / 3 + 1; }

/// Monday is 1.

/// A month so many months from another; the day is the first.
CivilDay months_after(CivilDay day, int months) { return months_before({day.year, day.month, 1}, -months); }

struct Week {
    int year = 0;
    int number = 0;
};

Week iso_week_of(CivilDay day) {
    const int offset = weekday_of(day);
    const CivilDay thursday = days_after(day, 4 - offset);
    const int of_year = days_from_civil(thursday) - days_from_civil({thursday.year, 1, 1});
    return {thursday.year, of_year / 7 + 1};
}

}  // namespace

std::string year_value(int year) { return fmt::format("{:04}", year); }
std::string month_value(int year, int month) { return fmt::format("{:04}-{:02}", year, month); }
std::string day_value(CivilDay day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

Frame::Frame(const Tokens& tokens, std::optional<CivilDay> published, Precision precision)
    : tokens_(tokens), today_(published.value_or(CivilDay{2000, 1, 1})) {
    if (published) known_ = precision;
}

void Frame::remember(const std::string& value, std::size_t token) {
    // "For the nine months ... a year earlier": no longer a quarter.
    if (quarter_ && (value == "P9M" || value == "P6M")) half_or_more_ = true;
    const auto interval = interval_of_timex(value);
    if (!interval) return;
    reference_ = interval;
    if (interval->precision >= TimePrecision::day) {
        last_day_ = interval->first;
        last_day_token_ = token;
    }
    if (interval->precision == TimePrecision::quarter)
        note_quarter({interval->first.year, quarter_number(interval->first)});
}

void Frame::note_quarter(Quarter quarter) {
    half_or_more_ = false;
    // What is reported is over; a report compares it with earlier ones and looks ahead to later ones.
    const CivilDay over = months_after(today_, -3);
    const Quarter last{over.year, quarter_number(over)};
    if (quarter > last || (quarter_ && quarter < *quarter_)) return;
    quarter_ = quarter;
}

CivilDay Frame::day_of_time(std::size_t token) const {
    constexpr std::size_t near = 60;
    return last_day_ && token - last_day_token_ < near ? *last_day_ : today_;
}

CivilDay Frame::weekday(int weekday, Tense tense) const {
    const int ahead = (weekday - weekday_of(today_) + 7) % 7;
    return days_after(today_, tense == Tense::future || ahead == 0 ? ahead : ahead - 7);
}

int Frame::year_of(int month, int day, Tense tense) const {
    const int year = today_.year;
    const int months = month - month_of(today_);
    const int days = day == 0 ? months * 30 : months * 30 + day - static_cast<int>(today_.day);
    // The date may lie so many days on the wrong side before another year is meant. Measured on dates of news written
    // with their year.
    const int past_ahead = day == 0 ? 30 : 60;
    const int ahead = tense == Tense::past ? past_ahead : tense == Tense::future ? 330 : 60;
    const int behind = tense == Tense::future ? 45 : 300;
    if (days > ahead) return year - 1;
    return days < -behind ? year + 1 : year;
}

Frame::Quarter Frame::quarter(int number, Tense tense) const {
    const int now = quarter_number(today_);
    const int year = today_.year;
    const bool reporting = month_of(today_) % 3 != 0;
    const bool just_over = reporting && number == (now + 2) % 4 + 1;
    if (just_over) return {number > now ? year - 1 : year, number};
    if (tense == Tense::future) return {number < now ? year + 1 : year, number};
    // The fourth quarter is told of in January, the third in October.
    return {number > now ? year - 1 : year, number};
}

Frame::Quarter Frame::reference_quarter() const {
    if (quarter_) return *quarter_;
    const CivilDay before = months_after(today_, -3);
    return {before.year, quarter_number(before)};
}

std::string Frame::century(int year) const { return known_ ? fmt::format("{:02}", year / 100) : "XXXX"; }
std::string Frame::decade(int year) const { return known_ ? fmt::format("{:03}", year / 10) : "XXXX"; }
std::string Frame::year(int year) const { return known_ ? year_value(year) : "XXXX"; }
std::string Frame::month(int year, int month) const {
    return known_ ? month_value(year, month) : fmt::format("XXXX-{:02}", month);
}
std::string Frame::day(CivilDay day) const { return knows(Precision::day) ? day_value(day) : "XXXX-XX-XX"; }

std::string Frame::week_of(CivilDay day) const {
    if (!knows(Precision::day)) return "XXXX-WXX";
    const Week week = iso_week_of(day);
    return fmt::format("{:04}-W{:02}", week.year, week.number);
}

std::string Frame::weekend_of(CivilDay day) const { return week_of(day) + "-WE"; }

std::string Frame::quarter(Quarter quarter) const {
    return known_ ? fmt::format("{:04}-Q{}", quarter.year, quarter.number) : fmt::format("XXXX-Q{}", quarter.number);
}

std::string Frame::season(int year, int season) const {
    constexpr std::array<std::string_view, 4> names{"SP", "SU", "FA", "WI"};
    const std::string_view name = names.at(static_cast<std::size_t>(season));
    return known_ ? fmt::format("{:04}-{}", year, name) : fmt::format("XXXX-{}", name);
}

std::string Frame::shifted(CivilDay from, Unit unit, int by) const {
    constexpr int most = 100000;
    by = std::clamp(by, -most, most);
    switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour: return day(from);
    case Unit::day: return day(days_after(from, by));
    case Unit::week: return week_of(days_after(from, by * 7));
    case Unit::weekend: return weekend_of(days_after(from, by * 7));
    case Unit::month: {
        if (!knows(Precision::month)) return "XXXX-XX";
        const CivilDay month = months_after(from, by);
        return this->month(month.year, month_of(month));
    }
    case Unit::quarter: {
        const CivilDay month = months_after(from, by * 3);
        return quarter({month.year, quarter_number(month)});
    }
    case Unit::year: return year(from.year + by);
    case Unit::decade: return decade(from.year + by * 10);
    case Unit::century: return century(from.year + by * 100);
    }
    return "XXXX";
}

std::string Frame::shifted(const TimeInterval& from, Unit unit, int by) const {
    const bool by_years = unit == Unit::year || unit == Unit::decade;
    const int months = by_years ? by * months_a_year * (unit == Unit::decade ? 10 : 1) : 0;
    if (from.precision == TimePrecision::quarter && (by_years || unit == Unit::quarter))
        return shifted(from.first, Unit::quarter, by_years ? months / 3 : by);
    if (from.precision == TimePrecision::month && by_years) return shifted(from.first, Unit::month, months);
    return shifted(from.first, unit, by);
}

}  // namespace dateline::timex
