#include "searcher/match/date_counts.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace dateline {
namespace {

constexpr std::size_t first_days = 4096;
/// So many empty periods are a row each; more are one.
constexpr std::int64_t longest_gap_in_rows = 3;

std::string_view name_of(DateUnit unit) {
    switch (unit) {
    case DateUnit::year: return "year";
    case DateUnit::month: return "month";
    case DateUnit::week: return "week";
    case DateUnit::day: break;
    }
    return "day";
}

/// The periods between two that have articles.
void add_gap(std::vector<TimelineRow>& rows, std::int64_t begin, std::int64_t end, DateUnit unit) {
    if (end - begin > longest_gap_in_rows) {
        rows.push_back(
            {period_name(begin, unit), period_name(end - 1, unit), static_cast<std::uint64_t>(end - begin), 0});
        return;
    }
    for (std::int64_t period = begin; period < end; ++period) {
        const std::string name = period_name(period, unit);
        rows.push_back({name, name});
    }
}

}  // namespace

void DateCounts::add(PackedDate date) {
    const CountedDate counted = CountedDate::of(date, zone_);
    if (counted.undated) {
        ++undated_;
    } else if (counted.precision < Precision::day) {
        ++coarse_[counted.number()];
    } else {
        add_day(counted.first_day);
    }
}

void DateCounts::add_day(std::int64_t day) {
    if (by_day_.empty()) {
        first_day_ = day - static_cast<std::int64_t>(first_days / 2);
        by_day_.resize(first_days);
    }
    if (day < first_day_) {
        by_day_.insert(by_day_.begin(), static_cast<std::size_t>(first_day_ - day) + first_days, 0);
        first_day_ = day - static_cast<std::int64_t>(first_days);
    }
    const auto at = static_cast<std::size_t>(day - first_day_);
    if (at >= by_day_.size()) by_day_.resize(at + first_days);
    ++by_day_[at];
}

void DateCounts::each(const std::function<void(const CountedDate&, std::uint64_t)>& visit) const {
    for (std::size_t i = 0; i < by_day_.size(); ++i) {
        if (by_day_[i] > 0) visit({static_cast<std::int32_t>(first_day_ + static_cast<std::int64_t>(i))}, by_day_[i]);
    }
    for (const auto& [number, count] : coarse_) visit(CountedDate::from_number(number), count);
    if (undated_ > 0) visit({.undated = true}, undated_);
}

std::vector<FacetValue> DateCounts::by(DateUnit unit) const {
    std::vector<FacetValue> values;
    if (unit == DateUnit::day)
        values.reserve(by_day_.size() - static_cast<std::size_t>(std::ranges::count(by_day_, 0U)));
    DayNames days;
    std::int32_t period_end = 0;
    for (std::size_t i = 0; i < by_day_.size(); ++i) {
        if (by_day_[i] == 0) continue;
        const auto day = static_cast<std::int32_t>(first_day_ + static_cast<std::int64_t>(i));
        if (values.empty() || day >= period_end) {
            const std::int64_t period = period_of(day, unit);
            values.push_back({unit == DateUnit::day ? days.of(day) : period_name(period, unit), 0});
            period_end = first_day_of(period + 1, unit);
        }
        values.back().count += by_day_[i];
    }
    if (!coarse_.empty()) values = with_coarse(values, unit);
    if (undated_ > 0) values.push_back({"", undated_});
    return values;
}

/// What is known less closely stands under what is known, which may be a period of the unit: `2012` among years.
std::vector<FacetValue> DateCounts::with_coarse(const std::vector<FacetValue>& exact, DateUnit unit) const {
    std::map<std::string, std::uint64_t> counts;
    for (const FacetValue& value : exact) counts[value.value] += value.count;
    for (const auto& [number, count] : coarse_) counts[CountedDate::from_number(number).name(unit)] += count;
    std::vector<FacetValue> values;
    for (const auto& [value, count] : counts) values.push_back({value, count});
    return values;
}

Timeline DateCounts::timeline(DateUnit unit) const {
    Timeline timeline{.unit = std::string(name_of(unit)), .zone = zone_.name()};
    std::map<std::int64_t, std::uint64_t> periods;
    each([&](const CountedDate& date, std::uint64_t count) {
        if (date.is_exact_to(unit)) {
            periods[period_of(date.first_day, unit)] += count;
        } else if (!date.undated) {
            timeline.less_exact.push_back({date.name(unit), count});
        }
    });
    std::int64_t expected = periods.empty() ? 0 : periods.begin()->first;
    for (const auto& [period, count] : periods) {
        add_gap(timeline.rows, expected, period, unit);
        const std::string name = period_name(period, unit);
        timeline.rows.push_back({name, name, 1, count});
        expected = period + 1;
    }
    timeline.undated = undated_;
    return timeline;
}

}  // namespace dateline
