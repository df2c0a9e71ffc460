#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/time_zone.h"
#include "common/index/index.h"
#include "searcher/match/date_counts.h"
#include "searcher/match/nested_facet.h"
#include "searcher/naming/value_names.h"
#include "searcher/results/result_page.h"

/// Counts what the matching articles have, while they are being matched.
namespace dateline {

/// The facets there are: year, month, week, day, and the keyword fields that are facets.
std::vector<std::string> facet_names();

enum class FacetOrder : std::uint8_t {
    natural,  ///< dates by time, other values by falling count
    count,    ///< by falling count, of equals by value
    value,
};

/// What is to be counted.
struct FacetRequest {
    /// Each of facet_names(), or several nested, `year>month>day`: then fields of which an article has one at most.
    std::vector<std::string> names;
    FacetOrder order = FacetOrder::natural;
    std::optional<std::size_t> limit{};  ///< most values in each list; the articles that have none do not count for it
    std::string timeline{};              ///< year, month, week, day; empty for none
};

/// Counts of all facets asked for. One for each query; visit the segments one after the other.
class FacetCounter {
public:
    /// Days are those of the zone. Throws UsageError for a name that is no facet.
    explicit FacetCounter(FacetRequest request, TimeZone zone = {});

    bool empty() const { return keywords_.empty() && grouped_.empty() && nested_.empty() && !counts_dates_; }
    void begin_segment(SegmentNames& names);
    void count(std::uint32_t row);
    void end_segment();

    /// In the order asked for; articles without a value come last.
    std::vector<Facet> facets() const;
    /// Where one was asked for.
    std::optional<Timeline> timeline() const;

private:
    struct KeywordCount {
        std::string name;
        const Field* field = nullptr;
        const ValueNames* names = nullptr;
        std::vector<std::uint64_t> by_number{};  ///< of the segment
        std::vector<std::uint32_t> last_row{};   ///< the last article counted; where a name may come twice in one
        std::uint64_t without = 0;
        std::map<std::string, std::uint64_t, std::less<>> by_name{};

        void begin_segment(SegmentNames& names);
        void count(std::uint32_t row);
        void end_segment();
    };
    /// Of what is made of values (Field::counted_as): several values of an article may be counted as one.
    struct GroupCount {
        std::string name;
        const Field* field = nullptr;
        const KeywordColumn* column = nullptr;
        std::vector<std::uint32_t> group_of;  ///< by number of the value; no_group for what is not counted
        std::vector<std::string> groups;
        std::vector<std::uint64_t> by_group;
        std::vector<std::uint32_t> last_row;  ///< the last article counted in a group
        std::uint64_t without = 0;
        std::map<std::string, std::uint64_t, std::less<>> by_value;

        static constexpr std::uint32_t no_group = 0xFFFFFFFF;
        void begin_segment(const IndexSegment& segment);
        void count(std::uint32_t row);
        void end_segment();
    };

    void add_facet(const std::string& name);
    Facet facet(const std::string& name) const;

    FacetRequest request_;
    std::vector<std::string> names_;  ///< canonical, each once
    std::vector<KeywordCount> keywords_;
    std::vector<GroupCount> grouped_;
    std::vector<NestedFacet> nested_;
    bool counts_dates_ = false;
    std::span<const PackedDate> dates_;
    DateCounts date_counts_;
};

}  // namespace dateline
