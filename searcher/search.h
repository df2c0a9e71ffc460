#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/dates/present.h"
#include "common/index/index.h"
#include "searcher/entity_profile.h"
#include "searcher/explain_query/query_explanation.h"
#include "searcher/marked_article.h"
#include "searcher/match/article_marks.h"
#include "searcher/match/matcher.h"
#include "searcher/match/score_explanation.h"
#include "searcher/naming/aliases.h"
#include "searcher/query/field_names.h"
#include "searcher/query/parser.h"
#include "searcher/query/synonyms.h"
#include "searcher/results/result_page.h"
#include "searcher/told_timeline.h"

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
    std::vector<std::string> facets;  ///< nested ones as `year>month`
    FacetOrder facet_order = FacetOrder::natural;
    std::optional<std::size_t> facet_limit;  ///< most values of a list
    std::string timeline;                    ///< day, week, month or year; empty for none
    std::string zone;                        ///< whose days count, by its IANA name; empty is UTC
    std::optional<std::int64_t> now;         ///< seconds since 1970 that `today` goes by; nothing is the clock's
    bool snippets = true;
    bool expand = false;                                ///< rank by the words of the best articles too
    std::optional<double> half_life_seconds;            ///< rank newer articles higher (recency.h)
    std::shared_ptr<const query::Synonyms> synonyms{};  ///< none where null
    std::shared_ptr<const Aliases> aliases{};           ///< none where null
    std::optional<std::chrono::milliseconds> timeout;   ///< most time for the answer; nothing is no limit
    const std::atomic<bool>* cancelled = nullptr;       ///< ends the work once it is true; may be null
};

/// Why an article has its score.
struct Explanation {
    std::string query;
    std::string interpreted;
    std::vector<std::string> notes;
    std::string id;
    std::string title;
    ScoreExplanation score;
};

/// Articles related to one.
struct SimilarRequest {
    std::string id;
    std::size_t limit = 10;
    bool before_it = false;                              ///< only what was published before it
    std::optional<std::chrono::milliseconds> timeout{};  ///< as in Request
    const std::atomic<bool>* cancelled = nullptr;        ///< as in Request
};

/// A bare answer, as measurements and TREC runs need it.
struct Ranking {
    std::uint64_t total = 0;
    std::vector<Hit> hits;
    std::vector<Facet> facets;
};

/// Takes an answer of any length in parts.
class AnswerSink {
public:
    AnswerSink() = default;
    AnswerSink(const AnswerSink&) = delete;
    AnswerSink& operator=(const AnswerSink&) = delete;
    virtual ~AnswerSink() = default;

    /// First, once: all that is known of the answer, without results.
    virtual void begin(const ResultPage& page) = 0;
    /// Then each result, in order. False ends the answer.
    virtual bool add(const Result& result) = 0;
};

/// A thing by its name, in all articles or in those that match.
struct EntityRequest {
    std::string name;
    std::string type{};           ///< person, org, place or misc; empty: whichever the name has most articles as
    Request articles{};           ///< its query says which articles count; all where it is empty
    std::size_t companions = 10;  ///< most of each type
    std::string unit = "year";    ///< of the timeline: year, month, week or day
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

    /// Throws query::QueryError, UsageError, TimeoutError.
    ResultPage search(const Request& request);
    /// Gives every match to the sink, in the order asked for; `limit` and `offset` do not count. The order is exact,
    /// and memory does not grow with the number of matches: it holds one result, and of at most `hits_of_one_pass` hits
    /// where they are; a longer order takes another pass over the index for each so many. Gives back the page without
    /// results, with the time of the whole. The time allowed counts until the sink begins. Throws as search().
    ResultPage search_all(const Request& request, AnswerSink& sink,
                          std::size_t hits_of_one_pass = std::size_t{1} << 20);
    /// Why an article has the score that it has, or would have, in the answer to a request; nothing where there is no
    /// such article.
    std::optional<Explanation> explain(const Request& request, std::string_view id);
    /// Articles related to one, best first: those with the words that tell most of it, its title's and lead's before
    /// its body's. Left out are the article itself and near copies of it or of one above (near_copies.h). The page's
    /// total is the number of results. Throws UsageError where there is no such article, or `before_it` is asked of one
    /// without a date.
    ResultPage similar(const SimilarRequest& request);
    /// What the matching articles say happened when: the `limit` best supported times, each with its best sentence.
    /// Articles are matched as search() does it; sorting, facets and offset of the request do not count. Throws as
    /// search().
    ToldTimeline told_timeline(const Request& request, ToldOrder order);
    /// What is known of a person, organization, place or other thing. Nothing where no name is like the one asked for.
    /// Throws as search(), and UsageError for a type there is not.
    std::optional<EntityProfile> entity(const EntityRequest& request);
    /// The same as search() without relaxing, texts or marks.
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
    /// What was found, and by what reading of the query.
    struct Answer {
        query::NodePtr tree;
        PlanOptions plan;
        Matches matches;
        std::vector<Facet> facets;
        std::optional<Timeline> timeline;
        std::string interpreted;
        std::vector<std::string> notes;
        bool exact = true;
        std::int64_t answered = 0;  ///< seconds since 1970
    };

    void begin_answer(const Deadline& deadline);
    void begin_answer(const Request& request);
    Answer answer(const Request& request);
    ResultPage page_of(Answer& answer, const Request& request);
    /// What --expand ranks by besides; null where the tree matches nothing or no word tells anything.
    std::shared_ptr<const query::Node> feedback(const query::Node& tree, const PlanOptions& options,
                                                std::vector<std::string>& notes);
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
