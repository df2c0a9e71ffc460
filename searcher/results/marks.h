#pragma once

#include <string>
#include <vector>

#include "searcher/query/ast.h"

/// What of a query can be marked in a text. The planner makes it from the tree: words and phrases
/// that may match, none that are excluded.
namespace dateline {

/// One token to be met.
struct MarkItem {
    query::Exactness exactness = query::Exactness::stemmed;
    std::string folded;   ///< compared where `exactness` is folded
    std::string literal;  ///< as written: compared where it is literal, and stemmed where it is stemmed
};

/// A word (one item) or words in a row (several: a phrase, or one written word of several tokens).
struct Mark {
    std::string field;  ///< canonical name; empty for any text field
    std::vector<MarkItem> items;
    double weight = 1;  ///< what a passage that has it is worth: more for rarer words
};

}  // namespace dateline
