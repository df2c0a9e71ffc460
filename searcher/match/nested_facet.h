#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/index.h"
#include "searcher/match/date_counts.h"
#include "searcher/results/result_page.h"

namespace dateline {

/// One of the names of a nested facet: a unit of dates, or a keyword field of one value.
struct FacetLevel {
    std::string name;  ///< canonical
    std::optional<DateUnit> unit;
    const Field* field = nullptr;
};

/// Counts of a facet inside another, `section>year`. An article is counted once, by its values of all levels, so the
/// counts of a list sum to that of the value it stands below.
class NestedFacet {
public:
    NestedFacet(std::vector<FacetLevel> levels, TimeZone zone);

    std::string name() const;
    const std::vector<FacetLevel>& levels() const { return levels_; }

    void begin_segment(const IndexSegment& segment);
    void count(std::uint32_t row);
    void end_segment();

    /// Lists by value; the articles without a value first, as an empty one.
    std::vector<FacetValue> values() const;

private:
    /// An article's values as numbers: the ordinal in its column, or CountedDate's number.
    using Key = std::vector<std::int64_t>;
    struct KeyHash {
        std::size_t operator()(const Key& key) const;
    };
    struct Tree {
        std::uint64_t count = 0;
        std::map<std::string, Tree> below;
    };

    std::string value_of(std::size_t level, std::int64_t number) const;
    static std::vector<FacetValue> values_of(const Tree& tree);

    std::vector<FacetLevel> levels_;
    TimeZone zone_;
    std::span<const PackedDate> dates_;
    std::vector<const KeywordColumn*> columns_;  ///< of the segment, one a level; nullptr for dates
    Key key_;
    std::unordered_map<Key, std::uint64_t, KeyHash> by_key_;  ///< of the segment
    Tree tree_;
};

}  // namespace dateline
