#pragma once

#include <string>
#include <vector>

#include "searcher/match/planner.h"
#include "searcher/query/ast.h"

/// The plan of a query in words: the same steps the planner takes, without taking them.
namespace dateline {

struct PlanText {
    /// Which of Xapian's lists are read, and how they are joined, as Xapian writes queries: `(kim AND (summit OR
    /// summits)) AND_NOT draft`. `[title]` behind a word tells that its counts in that field decide. A row of a
    /// column is `FILTER date:2012-08-01..2012-08-31`.
    std::string candidates;
    /// What is then decided, for each candidate, on the token stream; parts of the query.
    std::vector<std::string> verified;
};

PlanText plan_text(const query::Node& tree, MatchContext& context);

}  // namespace dateline
