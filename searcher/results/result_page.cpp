#include "searcher/results/result_page.h"

#include <algorithm>

namespace dateline {

std::vector<Highlight> highlights_within(std::span<const Highlight> highlights, std::size_t begin, std::size_t end) {
    std::vector<Highlight> inside;
    for (const Highlight& highlight : highlights) {
        if (highlight.end <= begin || highlight.begin >= end) continue;
        inside.push_back(
            {std::max(highlight.begin, begin) - begin, std::min(highlight.end, end) - begin, highlight.phrase});
    }
    return inside;
}

const TimelineRow* Timeline::peak() const {
    const auto most = std::max_element(rows.begin(), rows.end(),
                                       [](const TimelineRow& a, const TimelineRow& b) { return a.count < b.count; });
    return most == rows.end() ? nullptr : &*most;
}

}  // namespace dateline
