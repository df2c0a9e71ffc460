#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/present.h"
#include "searcher/explain_query/expanded_terms.h"
#include "searcher/explain_query/outline.h"
#include "searcher/explain_query/plan_text.h"
#include "searcher/query/field_names.h"
#include "searcher/query/parser.h"

namespace dateline {

/// A token of the query text.
struct ExplainedToken {
    std::string kind;        ///< `word`, `phrase`, `field`, `proximity`, ...
    std::string text;        ///< as written
    std::size_t column = 1;  ///< in code points, counted from 1
    std::string level;       ///< of words and phrases outside of fields of values; empty for others
};

/// How a query is understood, from its tokens to the lists that are read.
struct QueryExplanation {
    std::string query;
    std::vector<ExplainedToken> tokens;
    Outline tree;
    std::string interpreted;
    ExpandedTerms found;
    std::string zone;  ///< whose days the dates name
    PlanText plan;
    std::vector<std::string> relaxed;  ///< what is tried in turn where nothing matches
    std::vector<std::string> notes;
};

/// `parsed` is the query with its synonyms. Throws QueryError as parsing does.
QueryExplanation explain_query(const query::ParsedQuery& parsed, const query::FieldNames& fields,
                               const Present& present, MatchContext& context);

/// Column of a byte of the query: code points, counted from 1.
std::size_t column_of(std::string_view query, std::size_t byte);

}  // namespace dateline
