#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results/result_page.h"

namespace dateline {

/// What people read for the articles that have no value of a facet: `undated` for dates, `none`
/// otherwise.
std::string_view name_of_missing(const Facet& facet);

/// A facet as lines of value, count and bar, the longest bar being the largest count: no line is
/// wider than `width` columns. Bars are drawn in eighths of a column (U+2588 to U+258F); a count
/// above 0 always has one to be seen.
std::vector<std::string> draw_bars(const Facet& facet, std::size_t width);

}  // namespace dateline
