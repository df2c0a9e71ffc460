#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/dates/time_zone.h"
#include "common/index/index.h"
#include "searcher/results/result_page.h"

/// Counts what the matching articles have, while they are being matched.
namespace dateline {

/// The facets there are: year, month, day, and the keyword fields that are facets.
std::vector<std::string> facet_names();

/// How many articles each day, month and year has. A moment with a time belongs to the day it has in the zone; what is
/// known to its day, month or year only stays what it is.
class DateCounts {
public:
    explicit DateCounts(TimeZone zone = {}) : zone_(std::move(zone)) {}

    void add(PackedDate date);
    /// Of `year`, `month` or `day`, by time; the undated come last.
    Facet facet(const std::string& name) const;

private:
    void add_day(std::int64_t day);

    TimeZone zone_;
    std::int64_t first_day_ = 0;  ///< days since 1970 of by_day_[0]
    std::vector<std::uint32_t> by_day_;
    std::map<std::string, std::uint64_t> coarse_;  ///< dates known only to their month or year, as ISO
    std::uint64_t undated_ = 0;
};

/// Counts of all facets asked for. One for each query; visit the segments one after the other.
class FacetCounter {
public:
    /// Days are those of the zone. Throws UsageError for a name that is no facet.
    explicit FacetCounter(const std::vector<std::string>& names, TimeZone zone = {});

    bool empty() const { return keywords_.empty() && date_names_.empty(); }
    void begin_segment(const IndexSegment& segment);
    void count(std::uint32_t row);
    void end_segment();

    /// In the order asked for. Dates by time, values by falling count and then by name; articles without come last.
    std::vector<Facet> facets() const;

private:
    struct KeywordCount {
        std::string name;
        const Field* field = nullptr;
        const KeywordColumn* column = nullptr;
        std::vector<std::uint64_t> by_ordinal;  ///< of the segment; the last one for articles without
        std::map<std::string, std::uint64_t, std::less<>> by_value;
    };

    static Facet keyword_facet(const KeywordCount& count);

    std::vector<std::string> names_;
    std::vector<std::string> date_names_;
    std::vector<KeywordCount> keywords_;
    const IndexSegment* segment_ = nullptr;
    std::span<const PackedDate> dates_;
    DateCounts date_counts_;
};

}  // namespace dateline
