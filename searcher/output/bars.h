#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results/result_page.h"

namespace dateline {

/// What people read for the articles that have no value of a facet: `undated` for dates, `none`
/// otherwise.
std::string_view name_of_missing(std::string_view facet);

/// A facet as lines of value, count and bar, the longest bar being the largest count; what is below
/// a value is indented, and what a limit left out is said. No line is wider than `width` columns.
/// Bars are drawn in eighths of a column (U+2588 to U+258F); a count above 0 always has one to be
/// seen.
std::vector<std::string> draw_bars(const Facet& facet, std::size_t width);

/// A timeline in the same way, with bars as long as the width allows: a line for each period and
/// for each gap, then the dates known less exactly and the undated.
std::vector<std::string> draw_bars(const Timeline& timeline, std::size_t width);

/// `month, peak 2012-08 with 17 articles`.
std::string timeline_heading(const Timeline& timeline);

}  // namespace dateline
