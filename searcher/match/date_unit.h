#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/dates/time_zone.h"
#include "common/index/columns.h"

/// Years, months, weeks and days as things to count.
namespace dateline {

enum class DateUnit : std::uint8_t { year, month, week, day };

std::optional<DateUnit> date_unit(std::string_view name);

/// Periods of a unit are numbered: neighbours differ by one. Weeks are those of ISO 8601, from Monday to Sunday.
std::int64_t period_of(std::int32_t day, DateUnit unit);
/// Days since 1970.
std::int32_t first_day_of(std::int64_t period, DateUnit unit);
/// `2012`, `2012-08`, `2012-W35` or `2012-08-29`, as `date:` takes it.
std::string period_name(std::int64_t period, DateUnit unit);

/// Names days as period_name does, in rising order at half the cost: most are in the month of the one before.
class DayNames {
public:
    std::string of(std::int32_t day);

private:
    CivilDay last_{};
    std::int32_t number_ = 0;  ///< of last_, days since 1970
};

/// A publication date as counting needs it: a day, a month or a year. A moment with a time is of the day it has in a
/// zone; what is known to its day, month or year only stays what it is.
struct CountedDate {
    std::int32_t first_day = 0;  ///< days since 1970
    Precision precision = Precision::day;
    bool undated = false;

    /// Here, for it is asked of every match.
    static CountedDate of(PackedDate date, const TimeZone& zone) {
        constexpr std::int64_t seconds_per_day = 86400;
        if (date.is_undated()) return {.undated = true};
        const bool has_time = date.precision() > Precision::day;
        const std::int64_t seconds = has_time ? zone.local(date.seconds()) : date.seconds();
        const std::int64_t day = (seconds >= 0 ? seconds : seconds - seconds_per_day + 1) / seconds_per_day;
        return {static_cast<std::int32_t>(day), has_time ? Precision::day : date.precision()};
    }
    static CountedDate from_number(std::int64_t number);
    std::int64_t number() const;  ///< another one for each date

    /// Whether it is known closely enough to lie in one period of the unit.
    bool is_exact_to(DateUnit unit) const;
    /// The period it lies in; where it is not known that closely, what is known: `2012` for the month of 2012. Empty
    /// where it is undated.
    std::string name(DateUnit unit) const;
};

}  // namespace dateline
