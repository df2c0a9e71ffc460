#include "searcher/results/result_page.h"

#include <algorithm>

namespace dateline {

const TimelineRow* Timeline::peak() const {
    const auto most = std::max_element(rows.begin(), rows.end(),
                                       [](const TimelineRow& a, const TimelineRow& b) { return a.count < b.count; });
    return most == rows.end() ? nullptr : &*most;
}

}  // namespace dateline
