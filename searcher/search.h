#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/dates/present.h"
#include "common/index/index.h"
#include "searcher/explain_query/query_explanation.h"
#include "searcher/marked_article.h"
#include "searcher/match/article_marks.h"
#include "searcher/match/matcher.h"
#include "searcher/query/field_names.h"
#include "searcher/query/parser.h"
#include "searcher/query/synonyms.h"
#include "searcher/results/result_page.h"

/// The way of a query: request -> tree -> cursors -> matches -> result page.
namespace dateline {

enum class MatchMode : std::uint8_t {
    automatic,  ///< all words; any of them where no article has all, and then the answer says so
    all,
    any,
};

struct Request {
    std::string query;
    MatchMode match = MatchMode::automatic;
    SortOrder sort = SortOrder::relevance;
    std::size_t limit = 10;
    std::size_t offset = 0;
    std::vector<std::string> facets;
    std::string zone;                 ///< whose days count, by its IANA name; empty is UTC
    std::optional<std::int64_t> now;  ///< seconds since 1970 that `today` goes by; nothing is the clock's
    bool snippets = true;
    std::shared_ptr<const query::Synonyms> synonyms{};  ///< none where null
};

/// A bare answer, as measurements and TREC runs need it.
struct Ranking {
    std::uint64_t total = 0;
    std::vector<Hit> hits;
    std::vector<Facet> facets;
};

/// Answers queries on one snapshot of an index. Not thread-safe; one for each thread.
class Searcher {
public:
    /// `list_memory_bytes`: for lists kept decoded between queries.
    explicit Searcher(Index index, std::size_t list_memory_bytes = std::size_t{128} << 20,
                      const Bm25fParameters& parameters = {});
    Searcher(const Searcher&) = delete;
    Searcher& operator=(const Searcher&) = delete;
    ~Searcher();

    /// Throws query::QueryError, UsageError.
    ResultPage search(const Request& request);
    /// The same without relaxing, texts or marks.
    Ranking rank(const Request& request);
    /// What a page shows of these matches of a query, in this order, without ranks. Nothing is relaxed.
    std::vector<Result> results(const Request& request, const std::vector<Hit>& hits);
    /// How the query is understood; nothing is searched.
    QueryExplanation explain_query(const Request& request);
    /// The article, nothing marked; nothing where there is none with this id.
    std::optional<MarkedArticle> show(std::string_view id) const;
    /// The same with what of it satisfies the query, by the reading that `search` answers with.
    std::optional<MarkedArticle> mark(const Request& request, std::string_view id);

    const Index& index() const { return index_; }
    Card card(const Hit& hit) const { return index_.segments()[hit.segment]->stored().card(hit.row); }

private:
    struct Answer;
    Answer answer(const Request& request);
    /// The tree of a query, with its synonyms.
    query::ParsedQuery read(const std::string& query, const Request& request, const Present& present) const;
    /// The same as it is asked of the index before anything is relaxed.
    query::NodePtr strict_tree(const std::string& query, const Request& request, const Present& present) const;
    /// Adds to the page what may have been meant, where words of the query are unknown or rare.
    void suggest_spelling(const Request& request, const Answer& found, ResultPage& page);
    /// Segment and row of an article.
    std::optional<std::pair<std::size_t, std::uint32_t>> locate(std::string_view id) const;
    Result make_result(const Hit& hit, ArticleMarker& marker, bool with_snippet) const;

    Index index_;
    query::FieldNames field_names_;
    std::unique_ptr<MatchContext> context_;
};

/// The names a query may use, from the field table.
query::FieldNames field_names();

}  // namespace dateline
