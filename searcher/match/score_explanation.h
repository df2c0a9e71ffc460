#pragma once

#include <cstdint>
#include <vector>

#include "searcher/match/planner.h"
#include "searcher/match/score_part.h"
#include "searcher/query/ast.h"

namespace dateline {

struct ScoreExplanation {
    bool matches = false;
    std::vector<ScorePart> parts;    ///< of the query
    std::vector<ScorePart> besides;  ///< of what PlanOptions::besides adds
    double recency = 1;              ///< what their sum is multiplied by
    double score = 0;
};

/// What an article's score is made of. Asks each word, phrase and pattern of the tree anew, so it costs as much as some
/// queries.
ScoreExplanation explain_score(const query::Node& tree, MatchContext& context, const PlanOptions& options,
                               std::size_t segment, std::uint32_t row);

}  // namespace dateline
