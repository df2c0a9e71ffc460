#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/planner.h"
#include "searcher/query/ast.h"

/// What of a query is looked up in the index: the words that its words, phrases and patterns stand for.
namespace dateline {

struct ExpandedWord {
    std::string word;            ///< folded; two characters of a script without blanks that stand in a row
    std::uint64_t articles = 0;  ///< whose text has it, deleted ones included
};

struct ExpandedTerm {
    std::string asked;                  ///< a word or pattern of the query
    query::Span span;                   ///< where it stands in the query; of a synonym, the word it stands beside
    std::string level;                  ///< `by stem`, `folded`, `as written`, `pattern`, `edits`
    std::vector<ExpandedWord> words{};  ///< by falling number of articles
    std::size_t found = 0;              ///< words there are, more than are searched where the limit was passed
};

struct ExplainedDate {
    std::string understood;  ///< `2012-08-01..2012-08-31`, `none`
    std::string begin;       ///< the first moment of it in UTC, ISO 8601; empty where it is open
    std::string end;         ///< the first moment after it
    query::Span span;
};

struct ExpandedTerms {
    std::vector<ExpandedTerm> terms;
    std::vector<ExplainedDate> dates;
};

ExpandedTerms expand_terms(const query::Node& tree, MatchContext& context, const TimeZone& zone);

/// The words that count as one with a token at the stemmed level, over all segments, by falling number of articles.
std::vector<ExpandedWord> words_by_stem(const std::string& literal, const std::string& folded, MatchContext& context);

}  // namespace dateline
