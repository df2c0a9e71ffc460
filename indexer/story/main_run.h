#pragma once

#include <cstddef>
#include <vector>

#include "indexer/story/page_lines.h"

namespace dateline {

/// Lines [begin, end) of a page.
struct LineRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return begin == end; }
};

/// The run of lines with the most running text and the least of anything else: each line of prose counts for its
/// length, each other line against the run, and the run with the greatest sum is taken (maximum subarray, Kadane).
/// Empty where the page has no prose.
LineRange main_run(const std::vector<PageLine>& page);

}  // namespace dateline
