#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>

#include "common/date.h"
#include "common/dates/time_interval.h"
#include "indexer/timex/tense.h"
#include "indexer/timex/tokens.h"
#include "indexer/timex/words.h"

namespace dateline::timex {

/// What the words of a text are seen from: the day it was published, and what it has spoken of so far. Says which
/// Friday, which March and which quarter is meant, and writes values.
///
/// Without a day of publication what depends on it is written with X: `XXXX-WXX-5` for Friday.
class Frame {
public:
    Frame(const Tokens& tokens, std::optional<CivilDay> published, Precision precision);

    /// Takes note of an expression, in the order of the text.
    void remember(const std::string& value, std::size_t token);

    /// Whether the day of publication is known, to that precision.
    bool knows(Precision precision) const { return known_ && *known_ >= precision; }
    /// The day of publication; any day where that is not known.
    CivilDay today() const { return today_; }
    /// What was spoken of last, else the day of publication.
    TimeInterval reference() const { return reference_.value_or(day_interval(today_)); }
    /// The day a time of day belongs to: the last day spoken of in the paragraph, else that of publication.
    CivilDay day_of_time(std::size_t token) const;
    Tense tense(std::size_t begin, std::size_t end) const { return tense_at(tokens_, begin, end); }

    CivilDay weekday(int weekday, Tense tense) const;
    /// The year of a month, or of a day of a month, that is written without one. `day` is 0 for the whole month.
    int year_of(int month, int day, Tense tense) const;
    struct Quarter {
        int year = 0;
        int number = 0;  ///< 1 to 4

        auto operator<=>(const Quarter&) const = default;
    };
    Quarter quarter(int number, Tense tense) const;
    /// The latest one spoken of that was over on the day of publication, else the last one before that day.
    Quarter reference_quarter() const;
    /// Whether a comparison with "a year earlier" is one of quarters.
    bool speaks_of_quarters() const { return quarter_ && !half_or_more_; }
    /// Whether it is one of six or nine months.
    bool speaks_of_half_years() const { return half_or_more_; }

    /// Values, X where they hang on a day of publication that is not known.
    std::string century(int year) const;
    std::string decade(int year) const;
    std::string year(int year) const;
    std::string month(int year, int month) const;
    std::string day(CivilDay day) const;
    std::string week_of(CivilDay day) const;
    std::string weekend_of(CivilDay day) const;
    std::string quarter(Quarter quarter) const;
    std::string season(int year, int season) const;
    /// The period of that unit so many units from a day; of hours and less the day itself.
    std::string shifted(CivilDay from, Unit unit, int by) const;
    /// The same from a period: a year before a quarter is a quarter.
    std::string shifted(const TimeInterval& from, Unit unit, int by) const;

private:
    void note_quarter(Quarter quarter);
    static TimeInterval day_interval(CivilDay day) { return {day, day, TimePrecision::day}; }

    const Tokens& tokens_;
    std::optional<Precision> known_;
    CivilDay today_{2000, 1, 1};
    std::optional<TimeInterval> reference_;
    std::optional<CivilDay> last_day_;
    std::size_t last_day_token_ = 0;
    std::optional<Quarter> quarter_;
    bool half_or_more_ = false;
};

/// Values of given numbers.
std::string year_value(int year);
std::string month_value(int year, int month);
std::string day_value(CivilDay day);

}  // namespace dateline::timex
