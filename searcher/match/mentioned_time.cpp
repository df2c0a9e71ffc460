#include "searcher/match/mentioned_time.h"

#include <algorithm>
#include <cmath>

#include "searcher/query/ast.h"

namespace dateline {
namespace {

constexpr double century_days = 36524;
constexpr double score_of_closest = 2;
constexpr double share_of_more = 0.01;

/// The first day, and the one behind the last, as seconds.
Interval seconds_of(const TimeInterval& time) {
    return {days_from_civil(time.first) * seconds_a_day,
            (days_from_civil(time.last) + std::int64_t{1}) * seconds_a_day};
}

double days_in(Interval interval) {
    return static_cast<double>(interval.end - interval.begin) / static_cast<double>(seconds_a_day);
}

const KeywordColumn& column_of_times(const IndexSegment& segment) {
    return segment.columns().keyword(*find_field("mentions"));
}

}  // namespace

double closeness(const TimeInterval& spoken_of, Interval asked) {
    const Interval spoken = seconds_of(spoken_of);
    const Interval both{std::max(spoken.begin, asked.begin), std::min(spoken.end, asked.end)};
    if (both.begin >= both.end) return 0;
    const double days = days_in(spoken);
    const bool is_open = asked.begin == query::open_begin || asked.end == query::open_end;
    if (!is_open) {
        const double asked_days = days_in(asked);
        if (days > most_times_longer * asked_days) return 0;
        if (spoken_of.precision == TimePrecision::century && asked_days < century_days) return 0;
    }
    return days_in(both) / days / (1 + std::log2(days));
}

std::vector<double> closeness_of_values(const KeywordColumn& column, Interval asked) {
    std::vector<double> all(column.value_count());
    for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
        if (const auto time = interval_of_timex(column.value(ordinal))) all[ordinal] = closeness(*time, asked);
    }
    return all;
}

MentionedTimeCursor::MentionedTimeCursor(const IndexSegment& segment, Interval asked)
    : column_(column_of_times(segment)),
      articles_(segment.articles()),
      closeness_(closeness_of_values(column_, asked)) {}

bool MentionedTimeCursor::look_at(std::uint32_t row) {
    double closest = 0;
    double different = 0;
    for (const std::uint32_t ordinal : column_.of(row)) {
        closest = std::max(closest, closeness_[ordinal]);
        different += closeness_[ordinal] > 0 ? 1 : 0;
    }
    if (different == 0) return false;
    score_ = score_of_closest * (closest + share_of_more * (1 - 1 / different));
    return true;
}

void MentionedTimeCursor::skip_to(std::uint32_t row) {
    while (row < articles_ && !look_at(row)) ++row;
    row_ = row < articles_ ? row : end;
}

bool MentionedTimeCursor::contains(std::uint32_t row) {
    if (!look_at(row)) return false;
    row_ = row;
    return true;
}

TimelessCursor::TimelessCursor(const IndexSegment& segment)
    : column_(column_of_times(segment)), articles_(segment.articles()), has_days_(column_.value_count()) {
    for (std::uint32_t ordinal = 0; ordinal < column_.value_count(); ++ordinal)
        has_days_[ordinal] = interval_of_timex(column_.value(ordinal)).has_value();
}

bool TimelessCursor::is_timeless(std::uint32_t row) const {
    const auto ordinals = column_.of(row);
    return std::none_of(ordinals.begin(), ordinals.end(), [this](std::uint32_t ordinal) { return has_days_[ordinal]; });
}

void TimelessCursor::skip_to(std::uint32_t row) {
    while (row < articles_ && !is_timeless(row)) ++row;
    row_ = row < articles_ ? row : end;
}

bool TimelessCursor::contains(std::uint32_t row) {
    if (!is_timeless(row)) return false;
    row_ = row;
    return true;
}

}  // namespace dateline
