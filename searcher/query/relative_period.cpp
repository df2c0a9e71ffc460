#include "searcher/query/relative_period.h"

#include <fmt/format.h>

#include <cstdint>

#include "common/dates/calendar.h"

namespace dateline::query {

namespace {

enum class Unit : std::uint8_t { day, week, month, year };

std::optional<Unit> unit_of(std::string_view word) {
    if (word == "d" || word == "day" || word == "days") return Unit::day;
    if (word == "w" || word == "week" || word == "weeks") return Unit::week;
    if (word == "m" || word == "month" || word == "months") return Unit::month;
    if (word == "y" || word == "year" || word == "years") return Unit::year;
    return std::nullopt;
}

Interval one_day(CivilDay day) { return days_between(day, day); }

/// So many whole units that end with today.
Interval span_of(int count, Unit unit, CivilDay today) {
    switch (unit) {
    case Unit::day: return days_between(days_after(today, 1 - count), today);
    case Unit::week: return days_between(days_after(today, 1 - 7 * count), today);
    case Unit::month: return days_between(days_after(months_before(today, count), 1), today);
    case Unit::year: return days_between(days_after(months_before(today, 12 * count), 1), today);
    }
    return {};
}

/// The calendar's period of this unit that holds a day.
Interval period_around(CivilDay day, Unit unit) {
    switch (unit) {
    case Unit::day: return one_day(day);
    case Unit::week: return week_of(day);
    case Unit::month: return interval_of(date_of_month(day.year, day.month));
    case Unit::year: return interval_of(date_of_year(day.year));
    }
    return {};
}

CivilDay one_before(CivilDay day, Unit unit) {
    switch (unit) {
    case Unit::day: return days_after(day, -1);
    case Unit::week: return days_after(day, -7);
    case Unit::month: return months_before(day, 1);
    case Unit::year: return months_before(day, 12);
    }
    return day;
}

bool is_last(const DateToken& token) { return token.is_word("last") || token.is_word("previous"); }

/// `7d`, `past 3 months`; the number stands at `item`.
Interval read_span(const DateText& text, std::size_t item, Unit unit) {
    const DateToken& count = text[item];
    if (count.number == 0 && count.digits <= 9) {
        text.fail(item, "a span has one day at least", "1d is today");
    }
    constexpr std::size_t most_digits = 6;
    const CivilDay today = text.present().today();
    if (count.digits > most_digits ||
        span_of(count.number, unit, today).begin < days_between({first_year, 1, 1}, today).begin) {
        text.fail(item, fmt::format("this goes back behind the year {}", first_year),
                  fmt::format("dates begin with {0}: write {0}..today for all of them", first_year));
    }
    return span_of(count.number, unit, today);
}

std::optional<Interval> one_word(const DateText& text) {
    const CivilDay today = text.present().today();
    if (text[0].is_word("today")) return one_day(today);
    return text[0].is_word("yesterday") ? std::optional(one_day(days_after(today, -1))) : std::nullopt;
}

std::optional<Interval> two_words(const DateText& text) {
    const CivilDay today = text.present().today();
    const auto unit = unit_of(text[1].word);
    if (!unit || text[1].word.size() < 3) return std::nullopt;
    if (text[0].is_word("this")) return period_around(today, *unit);
    if (is_last(text[0])) return period_around(one_before(today, *unit), *unit);
    return text[0].is_word("past") ? std::optional(span_of(1, *unit, today)) : std::nullopt;
}

}  // namespace

std::optional<Interval> relative_period(const DateText& text) {
    const std::string& shape = text.shape();
    if (shape == "w") return one_word(text);
    if (shape == "ww") return two_words(text);
    if (shape == "nw" && text.is_tight()) {
        const auto unit = unit_of(text[1].word);
        return unit ? std::optional(read_span(text, 0, *unit)) : std::nullopt;
    }
    if (shape == "wnw" && (text[0].is_word("past") || is_last(text[0]))) {
        const auto unit = unit_of(text[2].word);
        return unit ? std::optional(read_span(text, 1, *unit)) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace dateline::query
