#pragma once

#include <vector>

#include "searcher/match/planner.h"
#include "searcher/query/ast.h"
#include "searcher/results/marks.h"

namespace dateline {

/// What of the query is to be marked in texts: its positive words and phrases, weighted by how rare they are. With
/// phrases relaxed (PlanOptions) their words are marked one by one.
std::vector<Mark> marks_of(const query::Node& tree, MatchContext& context, const PlanOptions& options);

}  // namespace dateline
