#include "searcher/match/date_unit.h"

#include <fmt/format.h>

#include <limits>

namespace dateline {
namespace {

constexpr std::int64_t undated_number = std::numeric_limits<std::int64_t>::min();
constexpr int months_per_year = 12;
constexpr int days_per_week = 7;
/// 1970 began on a Thursday: the Monday of its week is three days before.
constexpr int days_since_monday = 3;

template <typename Number>
Number floor_divide(Number value, Number divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/// A week belongs to the year that has its Thursday.
std::string week_name(std::int64_t week) {
    const auto thursday = static_cast<std::int32_t>(week * days_per_week);
    const int year = civil_from_days(thursday).year;
    const int day_of_year = thursday - days_from_civil({year, 1, 1});
    return fmt::format("{:04}-W{:02}", year, day_of_year / days_per_week + 1);
}

/// A facet may have thousands of days; for them fmt takes ten times as long.
std::string day_name(CivilDay day) {
    if (day.year < 0 || day.year > 9999) return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    std::string name = "0000-00-00";
    const auto write = [&name](std::size_t end, int number) {
        for (; number > 0; number /= 10) name[--end] = static_cast<char>('0' + number % 10);
    };
    write(4, day.year);
    write(7, static_cast<int>(day.month));
    write(10, static_cast<int>(day.day));
    return name;
}

}  // namespace

std::optional<DateUnit> date_unit(std::string_view name) {
    if (name == "year") return DateUnit::year;
    if (name == "month") return DateUnit::month;
    if (name == "week") return DateUnit::week;
    if (name == "day") return DateUnit::day;
    return std::nullopt;
}

std::int64_t period_of(std::int32_t day, DateUnit unit) {
    switch (unit) {
    case DateUnit::year: return civil_from_days(day).year;
    case DateUnit::month: {
        const CivilDay civil = civil_from_days(day);
        return std::int64_t{civil.year} * months_per_year + civil.month - 1;
    }
    case DateUnit::week: return floor_divide(day + days_since_monday, days_per_week);
    case DateUnit::day: break;
    }
    return day;
}

std::int32_t first_day_of(std::int64_t period, DateUnit unit) {
    switch (unit) {
    case DateUnit::year: return days_from_civil({static_cast<int>(period), 1, 1});
    case DateUnit::month: {
        const auto year = floor_divide<std::int64_t>(period, months_per_year);
        const auto month = static_cast<unsigned>(period - year * months_per_year + 1);
        return days_from_civil({static_cast<int>(year), month, 1});
    }
    case DateUnit::week: return static_cast<std::int32_t>(period * days_per_week - days_since_monday);
    case DateUnit::day: break;
    }
    return static_cast<std::int32_t>(period);
}

std::string period_name(std::int64_t period, DateUnit unit) {
    switch (unit) {
    case DateUnit::year: return fmt::format("{:04}", period);
    case DateUnit::month: return fmt::format("{:04}-{:02}", period / months_per_year, period % months_per_year + 1);
    case DateUnit::week: return week_name(period);
    case DateUnit::day: break;
    }
    return day_name(civil_from_days(static_cast<std::int32_t>(period)));
}

std::string DayNames::of(std::int32_t day) {
    constexpr std::int32_t in_every_month = 28;
    const std::int32_t later = day - number_;
    if (later >= 0 && later <= in_every_month - static_cast<std::int32_t>(last_.day)) {
        last_.day += static_cast<unsigned>(later);
    } else {
        last_ = civil_from_days(day);
    }
    number_ = day;
    return day_name(last_);
}

std::int64_t CountedDate::number() const {
    return undated ? undated_number : std::int64_t{first_day} * 4 + static_cast<std::int64_t>(precision);
}

CountedDate CountedDate::from_number(std::int64_t number) {
    if (number == undated_number) return {.undated = true};
    const std::int64_t day = floor_divide<std::int64_t>(number, 4);
    return {static_cast<std::int32_t>(day), static_cast<Precision>(number - day * 4)};
}

bool CountedDate::is_exact_to(DateUnit unit) const {
    if (undated) return false;
    switch (precision) {
    case Precision::year: return unit == DateUnit::year;
    case Precision::month: return unit == DateUnit::year || unit == DateUnit::month;
    default: return true;
    }
}

std::string CountedDate::name(DateUnit unit) const {
    if (undated) return "";
    if (!is_exact_to(unit)) unit = precision == Precision::year ? DateUnit::year : DateUnit::month;
    return period_name(period_of(first_day, unit), unit);
}

}  // namespace dateline
