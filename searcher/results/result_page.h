#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"

/// What an answer is, for every output format and, later, the server.
namespace dateline {

/// Half-open span of Unicode code points in the snippet (or title) it belongs to. `phrase` tells
/// that the span is a whole exact phrase rather than single words.
struct Highlight {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool phrase = false;

    bool operator==(const Highlight&) const = default;
};

struct Snippet {
    std::string text;         ///< UTF-8, one line
    std::string field;        ///< `lead`, `body`, `caption`, `title`
    std::size_t offset = 0;   ///< code points from the beginning of that field to the snippet's text
    bool cut_before = false;  ///< the field goes on before / after the snippet
    bool cut_after = false;
    std::vector<Highlight> highlights;
};

struct Result {
    std::uint64_t rank = 0;  ///< 1 for the first of all matches, whatever the offset
    std::string id;
    std::string hash;  ///< of the article's content, in hex: another one once anything it says has changed
    double score = 0;
    std::string title;
    std::vector<Highlight> title_highlights;
    std::optional<Date> date;
    std::string url;
    std::string source;
    std::string section;
    std::string language;
    std::vector<std::string> authors;
    Snippet snippet;
};

struct FacetValue {
    std::string value;  ///< empty for the articles that have none (`undated`, no section): printed
                        ///< by the output
    std::uint64_t count = 0;
};

struct Facet {
    std::string name;
    std::vector<FacetValue> values;
    bool one_valued = true;  ///< counts sum to the total
};

/// Another spelling of the query, which finds something.
struct Suggestion {
    std::string query;
    std::uint64_t total = 0;  ///< articles it finds, exact
};

struct ResultPage {
    std::string query;        ///< as asked
    std::string interpreted;  ///< the tree written back
    std::uint64_t total = 0;  ///< exact
    bool exact = true;        ///< false when the answer was relaxed (any word, words close together)
    std::uint64_t offset = 0;
    std::vector<Result> results;
    std::vector<Facet> facets;
    std::vector<std::string> notes;        ///< sentences: how a query was relaxed, an interval understood, ...
    std::optional<Suggestion> suggestion;  ///< what may have been meant; never searched unasked
    std::int64_t elapsed_us = 0;
};

}  // namespace dateline
