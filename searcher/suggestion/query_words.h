#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/query/ast.h"

namespace dateline {

/// A word that a query asks of the texts.
struct QueryWord {
    std::string literal;
    std::string folded;
    query::Exactness exactness = query::Exactness::stemmed;
    query::Span span;   ///< bytes of the query
    bool alone = true;  ///< outside quotes, and all of what was written there
};

/// The words of a tree, in its order, that may be spelled wrongly: neither excluded nor values of a field, neither
/// patterns nor asked for as written. Words of scripts without blanks, numbers, and what is no word are left out.
/// `query` is the text that was parsed.
std::vector<QueryWord> words_of_query(const query::Node& tree, std::string_view query, const Analyzer& analyzer);

}  // namespace dateline
