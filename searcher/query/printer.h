#pragma once

#include <string>

#include "searcher/query/ast.h"

namespace dateline::query {

/// The tree as query text that parses to the same tree: aliases by their canonical names, dates as
/// intervals of days, parentheses around every list inside another. Wants a tree as the parser
/// makes them; of others, what no query can say is left out of words and phrases: quotes of both
/// kinds in one phrase, blanks in a word.
std::string print(const Node& node);

}  // namespace dateline::query
