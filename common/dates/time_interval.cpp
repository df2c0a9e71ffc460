#include "common/dates/time_interval.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "common/dates/calendar.h"
#include "common/text/ascii.h"

namespace dateline {

namespace {

/// Reads a value from its front. `unknown` digits are X and have no number.
class ValueReader {
public:
    explicit ValueReader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    bool take(std::string_view expected) {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }
    bool take_any(std::span<const std::string_view> words) {
        return std::ranges::any_of(words, [this](std::string_view word) { return take(word); });
    }
    /// Exactly so many digits; with `or_unknown` an X counts as one.
    std::optional<int> digits(std::size_t count, bool or_unknown = false) {
        if (rest_.size() < count) return std::nullopt;
        int number = 0;
        for (const char c : rest_.substr(0, count)) {
            if (is_digit_ascii(c)) number = number * 10 + (c - '0');
            else if (or_unknown && c == 'X') number = number * 10;
            else return std::nullopt;
        }
        rest_.remove_prefix(count);
        return number;
    }
    /// Digits with at most one point in them, or X.
    bool amount() {
        if (take("X")) return true;
        const auto end = std::ranges::find_if(rest_, [](char c) { return !is_digit_ascii(c) && c != '.'; });
        const auto length = static_cast<std::size_t>(end - rest_.begin());
        const std::string_view number = rest_.substr(0, length);
        if (number.empty() || !is_digit_ascii(number.front()) || !is_digit_ascii(number.back())) return false;
        if (std::ranges::count(number, '.') > 1) return false;
        rest_.remove_prefix(length);
        return true;
    }

private:
    std::string_view rest_;
};

constexpr std::array<std::string_view, 4> seasons{"SP", "SU", "FA", "WI"};
constexpr std::array<std::string_view, 8> parts_of_day{"MO", "MI", "AF", "EV", "NI", "DT", "PM", "AM"};

/// What stands behind the `T` of a time: a part of a day, or hour, minute and second.
bool take_time(ValueReader& value) {
    if (value.take_any(parts_of_day)) return value.at_end();
    const auto hour = value.digits(2, true);
    if (!hour || *hour > 24) return false;
    for (int part = 0; part < 2 && value.take(":"); ++part) {
        const auto number = value.digits(2, true);
        if (!number || *number > 59) return false;
    }
    value.take("Z");
    return value.at_end();
}

bool starts_with_digits(std::string_view text, std::size_t count) {
    return text.size() >= count && std::ranges::all_of(text.substr(0, count), is_digit_ascii);
}

TimeInterval from_days(Interval days, TimePrecision precision) {
    return {civil_from_days(static_cast<std::int32_t>(days.begin / seconds_a_day)),
            civil_from_days(static_cast<std::int32_t>(days.end / seconds_a_day) - 1), precision};
}

TimeInterval years(int first, int last, TimePrecision precision) { return {{first, 1, 1}, {last, 12, 31}, precision}; }

std::optional<TimeInterval> week(int year, ValueReader value) {
    const auto number = value.digits(2);
    if (!number || *number < 1 || *number > iso_weeks_in(year)) return std::nullopt;
    const TimeInterval whole = from_days(iso_week(year, *number), TimePrecision::week);
    if (value.at_end()) return whole;
    if (!value.take("-")) return std::nullopt;
    if (value.take("WE")) {
        if (!value.at_end()) return std::nullopt;
        return TimeInterval{days_after(whole.first, 5), whole.last, TimePrecision::weekend};
    }
    const auto day = value.digits(1);
    if (!day || *day < 1 || *day > 7 || !value.at_end()) return std::nullopt;
    const CivilDay civil = days_after(whole.first, *day - 1);
    return TimeInterval{civil, civil, TimePrecision::day};
}

/// A month, a day, or a time of it.
std::optional<TimeInterval> month(int year, ValueReader value) {
    const auto number = value.digits(2);
    if (!number || *number < 1 || *number > 12) return std::nullopt;
    const auto month = static_cast<unsigned>(*number);
    if (value.at_end())
        return TimeInterval{{year, month, 1}, {year, month, days_in_month(year, month)}, TimePrecision::month};
    if (!value.take("-")) return std::nullopt;
    const auto day = value.digits(2);
    if (!day || *day < 1 || static_cast<unsigned>(*day) > days_in_month(year, month)) return std::nullopt;
    const CivilDay civil{year, month, static_cast<unsigned>(*day)};
    if (value.at_end()) return TimeInterval{civil, civil, TimePrecision::day};
    if (!value.take("T")) return std::nullopt;
    ValueReader time = value;
    if (!take_time(time)) return std::nullopt;
    return TimeInterval{civil, civil, value.digits(2) ? TimePrecision::moment : TimePrecision::part_of_day};
}

std::optional<TimeInterval> part_of_year(int year, std::string_view part) {
    if (const auto* const season = std::ranges::find(seasons, part); season != seasons.end())
        return from_days(season_of(year, static_cast<Season>(season - seasons.begin())), TimePrecision::season);
    if (part == "H1") return TimeInterval{{year, 1, 1}, {year, 6, 30}, TimePrecision::half_year};
    if (part == "H2") return TimeInterval{{year, 7, 1}, {year, 12, 31}, TimePrecision::half_year};
    if (part.size() == 2 && part.front() == 'Q' && part.back() >= '1' && part.back() <= '4')
        return from_days(quarter_of(year, static_cast<unsigned>(part.back() - '0')), TimePrecision::quarter);
    if (part.starts_with('W')) return week(year, ValueReader(part.substr(1)));
    return month(year, ValueReader(part));
}

/// `P3D`, `PT2H30M`, `P1Y6M`, `PXW`; the units in falling order, each once.
bool is_duration(std::string_view value) {
    ValueReader rest(value);
    if (!rest.take("P")) return false;
    bool any = false;
    bool time = false;
    while (!rest.at_end()) {
        if (!time && rest.take("T")) {
            time = true;
            any = false;
            continue;
        }
        constexpr std::array<std::string_view, 8> date_units{"WE", "CE", "DE", "Y", "Q", "M", "W", "D"};
        constexpr std::array<std::string_view, 3> time_units{"H", "M", "S"};
        if (!rest.amount() || !(time ? rest.take_any(time_units) : rest.take_any(date_units))) return false;
        any = true;
    }
    return any;
}

/// Like a date, with X for what is not known: `XXXX-08-29`, `XXXX-WXX-5`, `1998-QX`, `XXXX-XX-XXTNI`, `XXXX-SU`.
bool is_open_date(std::string_view value) {
    ValueReader rest(value);
    if (value.find('X') == std::string_view::npos || !rest.digits(4, true)) return false;
    if (rest.at_end()) return true;
    if (!rest.take("-")) return false;
    if (rest.take_any(seasons)) return rest.at_end();
    if (rest.take("Q") || rest.take("H")) return rest.digits(1, true) && rest.at_end();
    if (rest.take("W")) {
        if (!rest.digits(2, true)) return false;
        if (rest.take("-") && !rest.take("WE") && !rest.digits(1, true)) return false;
    } else {
        if (!rest.digits(2, true)) return false;
        if (rest.at_end()) return true;
        if (!rest.take("-") || !rest.digits(2, true)) return false;
    }
    return rest.at_end() || (rest.take("T") && take_time(rest));
}

}  // namespace

std::optional<TimeInterval> interval_of_timex(std::string_view value) {
    const std::size_t year_digits = std::min<std::size_t>(value.find('-'), value.size());
    if (year_digits < 2 || year_digits > 4 || !starts_with_digits(value, year_digits)) return std::nullopt;
    const int number = *ValueReader(value).digits(year_digits);
    if (year_digits == value.size()) {
        if (year_digits == 2) return years(number * 100, number * 100 + 99, TimePrecision::century);
        if (year_digits == 3) return years(number * 10, number * 10 + 9, TimePrecision::decade);
        return years(number, number, TimePrecision::year);
    }
    if (year_digits != 4) return std::nullopt;
    return part_of_year(number, value.substr(year_digits + 1));
}

bool is_timex_value(std::string_view value) {
    return value == "PAST_REF" || value == "PRESENT_REF" || value == "FUTURE_REF" || interval_of_timex(value) ||
           is_duration(value) || is_open_date(value);
}

}  // namespace dateline
