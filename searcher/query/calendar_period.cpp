#include "searcher/query/calendar_period.h"

#include <fmt/format.h>

#include "common/dates/calendar.h"
#include "common/dates/month_names.h"

namespace dateline::query {

namespace {

constexpr std::int64_t seconds_a_day = 86400;

std::optional<unsigned> month_at(const DateText& text, std::size_t item) { return month_named(text[item].word); }

std::optional<Season> season_at(const DateText& text, std::size_t item) {
    const std::string& word = text[item].word;
    if (word == "spring") return Season::spring;
    if (word == "summer") return Season::summer;
    if (word == "autumn" || word == "fall") return Season::autumn;
    return word == "winter" ? std::optional(Season::winter) : std::nullopt;
}

Interval day_at(const DateText& text, std::size_t year_item, unsigned month, std::size_t day_item) {
    const int year = text.year(year_item);
    return interval_of(date_of_day(text.day(day_item, year, month)));
}

}  // namespace

std::optional<Interval> digits_period(const DateText& text) {
    const std::size_t parts = text.shape().size();
    if (!text.is_tight() || (text.shape() != "n" && text.shape() != "nn" && text.shape() != "nnn") ||
        text[0].digits != 4) {
        return std::nullopt;
    }
    if (parts == 2 && text[1].digits == 4) {
        text.fail(1, "a month has two digits",
                  fmt::format("for a range of years write {}..{}", text.written(0), text.written(1)));
    }
    for (std::size_t part = 1; part < parts; ++part) {
        if (text[part].digits != 2) return std::nullopt;
    }
    const int year = text.year(0);
    if (parts == 1) return interval_of(date_of_year(year));
    const unsigned month = text.month(1);
    if (parts == 2) return interval_of(date_of_month(year, month));
    return interval_of(date_of_day(text.day(2, year, month)));
}

std::optional<Interval> week_period(const DateText& text) {
    const bool with_day = text.shape() == "nwnn";
    if ((text.shape() != "nwn" && !with_day) || !text[1].is_word("w")) return std::nullopt;
    const int year = text.year(0);
    const int week = text[2].number;
    const int weeks = iso_weeks_in(year);
    if (text[2].digits > 2 || week < 1 || week > weeks) {
        text.fail(2, fmt::format("there is no week {} in {}", text.written(2), year),
                  fmt::format("its weeks run from W01 to W{}", weeks));
    }
    Interval period = iso_week(year, week);
    if (!with_day) return period;
    const int day = text[3].number;
    if (text[3].digits != 1 || day < 1 || day > 7) {
        text.fail(3, fmt::format("there is no day {} in a week", text.written(3)),
                  "its days run from 1, Monday, to 7, Sunday");
    }
    period.begin += (day - 1) * seconds_a_day;
    return Interval{period.begin, period.begin + seconds_a_day};
}

std::optional<Interval> decade_period(const DateText& text) {
    if (text.shape() != "nw" || !text.is_tight() || !text[1].is_word("s")) return std::nullopt;
    const int year = text.year(0);
    if (year % 10 != 0) {
        text.fail(0, "a decade begins with a year that ends in 0", fmt::format("did you mean {}s?", year / 10 * 10));
    }
    return days_between({year, 1, 1}, {year + 9, 12, 31});
}

std::optional<Interval> quarter_period(const DateText& text) {
    const bool year_first = text.shape() == "nwn" && text[1].is_word("q");
    if (!year_first && !(text.shape() == "wnn" && text[0].is_word("q"))) return std::nullopt;
    const int year = text.year(year_first ? 0 : 2);
    const std::size_t item = year_first ? 2 : 1;
    const int quarter = text[item].number;
    if (text[item].digits != 1 || quarter < 1 || quarter > 4) {
        text.fail(item, fmt::format("there is no quarter {}", text.written(item)), "quarters run from Q1 to Q4");
    }
    return quarter_of(year, static_cast<unsigned>(quarter));
}

std::optional<Interval> month_period(const DateText& text) {
    const bool year_first = text.shape() == "nw";
    if (!year_first && text.shape() != "wn") return std::nullopt;
    const auto month = month_at(text, year_first ? 1 : 0);
    if (!month) return std::nullopt;
    return interval_of(date_of_month(text.year(year_first ? 0 : 1), *month));
}

std::optional<Interval> season_period(const DateText& text) {
    const bool year_first = text.shape() == "nw";
    if (!year_first && text.shape() != "wn") return std::nullopt;
    const auto season = season_at(text, year_first ? 1 : 0);
    return season ? std::optional(season_of(text.year(year_first ? 0 : 1), *season)) : std::nullopt;
}

std::optional<Interval> day_period(const DateText& text) {
    const bool month_first = text.shape() == "wnn";
    if (!month_first && text.shape() != "nwn") return std::nullopt;
    const auto month = month_at(text, month_first ? 0 : 1);
    if (!month) return std::nullopt;
    const bool year_first = !month_first && text[0].digits == 4;
    return year_first ? day_at(text, 0, *month, 2) : day_at(text, 2, *month, month_first ? 1 : 0);
}

}  // namespace dateline::query
