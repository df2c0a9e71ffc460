#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/results/result_page.h"

/// What a page shows of time, all made of one timeline by days: the years, months and days of the facets, and bars.
namespace dateline::page {

/// Articles by period, each period once, by time. A date known only to its month counts for its year and month, one
/// known to its year for that.
struct PeriodCounts {
    std::map<std::string, std::uint64_t> years{};
    std::map<std::string, std::uint64_t> months{};
    std::map<std::string, std::uint64_t> days{};
    std::uint64_t undated = 0;
};
PeriodCounts count_periods(const Timeline& by_day);

/// One bar of a timeline. Those that would be empty are not there.
struct Bar {
    std::string period;       ///< `2012`, `2012-08`, `2012-08-29`
    std::uint64_t place = 0;  ///< periods since the first one, gaps counted
    std::uint64_t count = 0;
};

/// Periods in a row without an article, three at least.
struct Gap {
    std::uint64_t place = 0;
    std::uint64_t periods = 0;
};

struct Bars {
    std::string unit;           ///< `year`, `month`, `day`
    std::uint64_t periods = 0;  ///< from the first to the last one that has an article
    std::vector<Bar> bars;
    std::vector<Gap> gaps;
    std::size_t peak = 0;          ///< the first of those with most articles
    std::uint64_t less_exact = 0;  ///< articles whose date is not known to the unit
    std::uint64_t undated = 0;
};

/// In days where they are few, else months, else years. Nothing where no article has a date.
std::optional<Bars> bars_of(const PeriodCounts& counts);

}  // namespace dateline::page
