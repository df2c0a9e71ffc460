#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

#include "common/dates/time_zone.h"
#include "searcher/match/date_unit.h"
#include "searcher/results/result_page.h"

namespace dateline {

/// How many articles each day has, of which every other count by time is made.
class DateCounts {
public:
    explicit DateCounts(TimeZone zone = {}) : zone_(std::move(zone)) {}

    void add(PackedDate date);
    /// By time. What is known less closely than the unit stands under what is known; the undated, if any, come last.
    std::vector<FacetValue> by(DateUnit unit) const;
    Timeline timeline(DateUnit unit) const;
    /// Each date that was counted, in no order.
    void each(const std::function<void(const CountedDate&, std::uint64_t)>& visit) const;

    const TimeZone& zone() const { return zone_; }

private:
    void add_day(std::int64_t day);
    std::vector<FacetValue> with_coarse(const std::vector<FacetValue>& exact, DateUnit unit) const;

    TimeZone zone_;
    std::int64_t first_day_ = 0;  ///< days since 1970 of by_day_[0]
    std::vector<std::uint32_t> by_day_;
    std::map<std::int64_t, std::uint64_t>
        coarse_;  ///< dates known only to their month or year, by CountedDate's number
    std::uint64_t undated_ = 0;
};

}  // namespace dateline
