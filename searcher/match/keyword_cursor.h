#pragma once

#include <cstdint>
#include <vector>

#include "common/index/segment.h"
#include "common/text/analyzer.h"
#include "searcher/match/cursor.h"
#include "searcher/query/ast.h"

namespace dateline {

/// Articles with a value in a keyword field that the node matches: a word or phrase stands in the value as a run of its
/// words, folded; And, Or and Not combine. For the id field the value is compared whole, for
/// addresses as address_cursor.h says.
CursorPtr keyword_cursor(const Field& field, const query::Node& node, const IndexSegment& segment,
                         const Analyzer& analyzer);

/// The fields whose values a keyword field asks for: itself, or those it stands for.
std::vector<const Field*> columns_of(const Field& field);

/// Which values of a column match a node without exclusions, by their numbers.
std::vector<bool> matching_values(const KeywordColumn& column, const query::Node& node, const Analyzer& analyzer);

}  // namespace dateline
