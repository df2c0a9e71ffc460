#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/index.h"
#include "searcher/results/result_page.h"

/// Counts what the matching articles have, while they are being matched.
namespace dateline {

/// The facets there are: year, month, day, and the keyword fields that are facets.
std::vector<std::string> facet_names();

/// Counts of all facets asked for. One for each query; visit the segments one after the other.
class FacetCounter {
public:
    /// Throws UsageError for a name that is no facet.
    explicit FacetCounter(const std::vector<std::string>& names);

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

    void count_date(PackedDate date);
    Facet date_facet(const std::string& name) const;
    static Facet keyword_facet(const KeywordCount& count);

    std::vector<std::string> names_;
    std::vector<std::string> date_names_;
    std::vector<KeywordCount> keywords_;
    const IndexSegment* segment_ = nullptr;
    std::span<const PackedDate> dates_;
    std::int64_t first_day_ = 0;  ///< days since 1970 of by_day_[0]
    std::vector<std::uint32_t> by_day_;
    std::map<std::string, std::uint64_t> coarse_;  ///< dates known only to their month or year, as ISO
    std::uint64_t undated_ = 0;
};

}  // namespace dateline
