#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/index.h"
#include "common/text/analyzer.h"
#include "searcher/query/ast.h"

/// From the words of a query to what is looked up: the same Analyzer that cut the articles cuts them.
namespace dateline {

/// One token of a query.
struct QueryToken {
    std::string literal;
    std::string folded;
    bool character = false;  ///< of a script written without spaces
};

/// A word, or words in a row, all at one level of exactness.
struct QueryLeaf {
    std::vector<QueryToken> tokens;
    query::Exactness exactness = query::Exactness::stemmed;
};

/// The leaves of one written word, all of which must match. `last-minute` and `O'Hare` are one leaf of tokens in a row;
/// a run of Chinese, Japanese or Thai is a leaf for each of ICU's dictionary words; what is no word at all gives none.
std::vector<QueryLeaf> leaves_of(const query::Word& word, const Analyzer& analyzer);

/// The one leaf of a phrase; without tokens where there is no word in it.
QueryLeaf leaf_of(const query::Phrase& phrase, const Analyzer& analyzer);

}  // namespace dateline
