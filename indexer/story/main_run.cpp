#include "indexer/story/main_run.h"

#include <algorithm>

namespace dateline {

namespace {

// The weights were chosen on saved pages of some 300 sites; none of them matters much alone.

/// What a line that is no prose counts against a run. Dates and bylines begin the next article of a page, lists of
/// links and footers end the present one; one short line is a subhead.
double cost_of(const PageLine& line) {
    switch (line.notice) {
    case Notice::end: return 1000;
    case Notice::related: return 150;
    case Notice::teaser: return 5;
    case Notice::line: return 10;
    case Notice::none: break;
    }
    switch (line.shape) {
    case LineShape::date: return 200;
    case LineShape::byline: return 100;
    case LineShape::credit:
    case LineShape::caption:
    case LineShape::address: return 5;
    default: return line.sentence ? 2 : 14;
    }
}

/// Whole paragraphs count in full, single short sentences and long lines that are no sentences half.
double score_of(const PageLine& line) {
    constexpr std::size_t most_width = 400;
    constexpr std::size_t narrowest_paragraph = 90;
    if (line.shape != LineShape::prose) {
        return -cost_of(line);
    }
    const auto width = static_cast<double>(std::min(line.width, most_width));
    return line.sentence && line.width >= narrowest_paragraph ? width : width / 2;
}

}  // namespace

LineRange main_run(const std::vector<PageLine>& page) {
    LineRange best;
    double best_sum = 0;
    double sum = 0;
    constexpr std::size_t longest_list = 4;  // lines between two headings of one list of links
    constexpr double cost_of_line = 14;
    std::size_t last_related = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        const bool list_goes_on = page[i].notice == Notice::related && i < last_related + longest_list;
        sum += list_goes_on ? -cost_of_line : score_of(page[i]);
        last_related = page[i].notice == Notice::related ? i : last_related;
        if (sum > best_sum) {
            best_sum = sum;
            best = {begin, i + 1};
        }
    }
    return best;
}

}  // namespace dateline
