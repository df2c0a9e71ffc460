#pragma once

#include "common/index/segment.h"
#include "searcher/match/query_terms.h"
#include "searcher/match/spans.h"

namespace dateline {

/// The word numbers of one segment that satisfy the i-th token of a folded or literal leaf. At either end of a phrase,
/// beside a character of a script written without spaces, a word may be cut: `24年` stands in `2024年`, and every run
/// of characters of an article must find it.
IdSet leaf_ids(const IndexSegment& segment, const QueryLeaf& leaf, std::size_t i, bool is_phrase);

/// Whether the i-th token may be a part of a longer word.
bool is_open_token(const QueryLeaf& leaf, std::size_t i);

}  // namespace dateline
