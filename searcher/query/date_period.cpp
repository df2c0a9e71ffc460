#include "searcher/query/date_period.h"

#include <algorithm>
#include <array>

#include "common/dates/calendar.h"
#include "searcher/query/calendar_period.h"
#include "searcher/query/date_proposal.h"
#include "searcher/query/relative_period.h"

namespace dateline::query {

namespace {

/// Only days from the first year to next year can be asked for.
Interval within_reach(Interval period, const Present& present) {
    const Interval reach = days_between({present.first_year, 1, 1}, {present.last_year(), 12, 31});
    return {std::max(period.begin, reach.begin), std::min(period.end, reach.end)};
}

}  // namespace

std::optional<Interval> find_period(const DateText& text) {
    using Form = std::optional<Interval> (*)(const DateText&);
    constexpr std::array<Form, 8> forms{digits_period, week_period,   decade_period, quarter_period,
                                        month_period,  season_period, day_period,    relative_period};
    for (const Form form : forms) {
        if (const auto period = form(text)) return within_reach(*period, text.present());
    }
    return std::nullopt;
}

Interval read_period(std::string_view query, Span where, const Present& present) {
    const DateText text(query, where, present);
    if (const auto period = find_period(text)) return *period;
    no_period(query, where, text);
}

}  // namespace dateline::query
