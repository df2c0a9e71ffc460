#pragma once

#include <vector>

#include "common/index/segment.h"
#include "common/text/analyzer.h"
#include "searcher/match/cursor.h"
#include "searcher/naming/value_names.h"
#include "searcher/query/ast.h"

namespace dateline {

/// Articles with a value in a keyword field that the node matches: a word or phrase stands in the value as a run of its
/// words, folded, or it is literal and the value letter by letter, which is what a facet counts; And, Or and Not
/// combine. For the id field the value is compared whole, for
/// addresses as address_cursor.h says.
/// Names are what the aliases of the index make of values (value_names.h); a name is also found by what its aliases
/// are.
CursorPtr keyword_cursor(const Field& field, const query::Node& node, SegmentNames& names, const Analyzer& analyzer);

/// Which names match a node without exclusions, by their numbers.
std::vector<bool> matching_names(const ValueNames& names, const query::Node& node, const Analyzer& analyzer);

}  // namespace dateline
