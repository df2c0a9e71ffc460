#pragma once

#include <cstdint>
#include <optional>
#include <span>
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

/// Those within the code points [begin, end), counted from there.
std::vector<Highlight> highlights_within(std::span<const Highlight> highlights, std::size_t begin, std::size_t end);

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

/// Values of a facet beyond the limit asked for.
struct FacetRest {
    std::uint64_t values = 0;
    std::uint64_t count = 0;  ///< the sum of theirs
};

struct FacetValue {
    std::string value;  ///< empty for the articles that have none (`undated`, no section): printed
                        ///< by the output
    std::uint64_t count = 0;
    std::vector<FacetValue> below{};  ///< nested facets: the same articles by the next name
    FacetRest rest{};                 ///< of those below; counts below and rest sum to `count`
};

struct Facet {
    std::string name;  ///< `section`; of a nested one all names, `year>month`
    std::vector<FacetValue> values;
    bool one_valued = true;  ///< counts, those of the rest included, sum to the total
    FacetRest rest{};
};

/// One period of a timeline, or a gap: several in a row without an article.
struct TimelineRow {
    std::string first;          ///< period: `2012`, `2012-08`, `2012-W35`, `2012-08-29`
    std::string last;           ///< of a gap its last period, else `first`
    std::uint64_t periods = 1;  ///< more than one only in a gap
    std::uint64_t count = 0;
};

/// The matches by time. The counts of rows, less exact and undated sum to the total.
struct Timeline {
    std::string unit;                      ///< `day`, `week`, `month`, `year`
    std::string zone;                      ///< whose days count, by its IANA name
    std::vector<TimelineRow> rows{};       ///< by time, from the first period with an article to the last
    std::vector<FacetValue> less_exact{};  ///< dates known less closely than the unit, as known: `2012`
    std::uint64_t undated = 0;

    /// The first row of those with most articles; nullptr where there are no rows.
    const TimelineRow* peak() const;
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
    std::optional<Timeline> timeline{};      ///< where one was asked for
    std::vector<std::string> notes;          ///< sentences: how a query was relaxed, an interval understood, ...
    std::optional<Suggestion> suggestion{};  ///< what may have been meant; never searched unasked
    std::int64_t answered = 0;               ///< when, in seconds since 1970
    std::int64_t elapsed_us = 0;
};

}  // namespace dateline
