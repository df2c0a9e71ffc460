#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/date.h"
#include "searcher/match/facet_counter.h"
#include "searcher/match/planner.h"
#include "searcher/query/ast.h"

/// The one loop: finds, verifies, filters, counts and ranks in one pass over all articles that match.
namespace dateline {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

/// A matching article: its segment's place in the index and its row there.
struct Hit {
    std::uint32_t segment = 0;
    std::uint32_t row = 0;
    double score = 0;
    std::int64_t seconds = 0;  ///< of publication; undated ones as PackedDate::undated
};

struct Matches {
    std::uint64_t total = 0;  ///< exact
    std::vector<Hit> best;    ///< the first `limit` of the order
};

/// Matches the tree on the whole index. The order is by score (or date), then newest, then id: the same on every run
/// and whatever segments the index has. Undated articles come last when sorting by date.
///
/// With `after`, a hit of an earlier call, the best are the first `limit` of those that come behind it. So an order of
/// any length can be had in parts, in the memory of one part (24 bytes a hit), for one more match of the whole a part.
/// `total` and the facets count all matches nonetheless. Throws TimeoutError at the context's deadline.
Matches match(const query::Node& tree, MatchContext& context, const PlanOptions& options, SortOrder order,
              std::size_t limit, FacetCounter& facets, const Hit* after = nullptr);

}  // namespace dateline
