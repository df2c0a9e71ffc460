#include "searcher/page/periods.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/date.h"

namespace dateline::page {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

constexpr std::size_t year_size = 4;
constexpr std::size_t month_size = 7;
constexpr std::size_t day_size = 10;

/// What is wider than this many bars is told by the next longer unit. Days: two months. Months: ten years.
constexpr std::int64_t most_days = 62;
constexpr std::int64_t most_months = 120;
constexpr std::uint64_t least_gap = 3;

void add(PeriodCounts& counts, const std::string& period, std::uint64_t count) {
    if (count == 0) return;
    counts.years[period.substr(0, year_size)] += count;
    if (period.size() >= month_size) counts.months[period.substr(0, month_size)] += count;
    if (period.size() >= day_size) counts.days[period.substr(0, day_size)] += count;
}

/// Periods since some fixed one.
std::int64_t number_of(const std::string& period) {
    constexpr std::int64_t months_a_year = 12;
    const std::optional<Date> date = from_iso(period);
    if (!date) return 0;
    const std::int32_t days = day_number(*date);
    const CivilDay civil = civil_from_days(days);
    if (date->precision == Precision::year) return civil.year;
    if (date->precision == Precision::month) return civil.year * months_a_year + civil.month - 1;
    return days;
}

std::int64_t span_of(const Counts& counts) {
    return counts.empty() ? 0 : number_of(counts.rbegin()->first) - number_of(counts.begin()->first) + 1;
}

std::uint64_t sum_of(const Counts& counts) {
    std::uint64_t sum = 0;
    for (const auto& [period, count] : counts) sum += count;
    return sum;
}

struct Unit {
    std::string_view name;
    const Counts* counts;
};

Unit unit_for(const PeriodCounts& counts) {
    const std::int64_t days = span_of(counts.days);
    const std::int64_t months = span_of(counts.months);
    const bool months_hold_all = counts.years.size() == 1 || span_of(counts.years) * 12 <= most_months;
    if (days > 0 && days <= most_days && months <= 3 && counts.years.size() <= 2) return {"day", &counts.days};
    if (months > 0 && months <= most_months && months_hold_all) return {"month", &counts.months};
    return {"year", &counts.years};
}

}  // namespace

PeriodCounts count_periods(const Timeline& by_day) {
    PeriodCounts counts;
    for (const TimelineRow& row : by_day.rows) add(counts, row.first, row.count);
    for (const FacetValue& value : by_day.less_exact) add(counts, value.value, value.count);
    counts.undated = by_day.undated;
    return counts;
}

std::optional<Bars> bars_of(const PeriodCounts& counts) {
    const Unit unit = unit_for(counts);
    if (unit.counts->empty()) return std::nullopt;
    Bars bars{.unit = std::string(unit.name), .periods = static_cast<std::uint64_t>(span_of(*unit.counts))};
    const std::int64_t first = number_of(unit.counts->begin()->first);
    for (const auto& [period, count] : *unit.counts) {
        const auto place = static_cast<std::uint64_t>(number_of(period) - first);
        const std::uint64_t next = bars.bars.empty() ? 0 : bars.bars.back().place + 1;
        if (place >= next + least_gap) bars.gaps.push_back({next, place - next});
        bars.bars.push_back({period, place, count});
        if (count > bars.bars[bars.peak].count) bars.peak = bars.bars.size() - 1;
    }
    bars.less_exact = sum_of(counts.years) - sum_of(*unit.counts);
    bars.undated = counts.undated;
    return bars;
}

}  // namespace dateline::page
