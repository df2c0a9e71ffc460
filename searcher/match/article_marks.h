#pragma once

#include <cstdint>
#include <map>
#include <memory>

#include "searcher/match/planner.h"
#include "searcher/match/span_expression.h"
#include "searcher/results/marks.h"

namespace dateline {

/// Says which words of matching articles satisfy a query. Branches of the query that an article does not satisfy mark
/// nothing, and neither do exclusions and filters.
class ArticleMarker {
public:
    /// All must outlive the marker.
    ArticleMarker(const query::Node& tree, MatchContext& context, const PlanOptions& options);
    ~ArticleMarker();

    ArticleMarks mark(std::size_t segment, std::uint32_t row);

private:
    class SegmentMarker;

    const query::Node& tree_;
    MatchContext& context_;
    PlanOptions options_;
    std::map<std::size_t, std::unique_ptr<SegmentMarker>> segments_;
};

}  // namespace dateline
