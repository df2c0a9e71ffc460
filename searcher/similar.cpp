// Related articles: Searcher::similar.

#include <fmt/format.h>

#include <chrono>

#include "common/error.h"
#include "searcher/match/informative_words.h"
#include "searcher/match/near_copies.h"
#include "searcher/query/printer.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"

namespace dateline {
namespace {

/// Twenty-five words are enough to tell a story, and title and lead tell it in few: they count for more than the body.
const InformativeParameters words_of_story{
    .most_words = 25, .saturation = 3, .idf_in_weight = false, .weight{3, 2, 0.3, 0.3}};
/// Matches looked at beyond those wanted, since some are copies.
constexpr std::size_t spare_matches = 50;

Hit hit_of(const Index& index, const std::string& id) {
    for (std::uint32_t number = 0; number < index.segments().size(); ++number) {
        if (const auto row = index.segments()[number]->find(id)) return {number, *row, 0, 0};
    }
    throw UsageError(fmt::format("the index has no article with id {}", id));
}

query::NodePtr published_before(const IndexSegment& segment, const Hit& article, const std::string& id) {
    const PackedDate date = segment.columns().dates()[article.row];
    if (date.is_undated()) throw UsageError(fmt::format("--before-it: {} has no date", id));
    const std::string day =
        to_iso(date_of_day(civil_from_days(static_cast<std::int32_t>(date.seconds() / 86'400) - 1)));
    return query::make_node(query::DateRange{{query::open_begin, date.seconds()}, false, ".." + day, {}});
}

std::vector<std::uint64_t> shingles_of(const Hit& hit, const Index& index, const Analyzer& analyzer) {
    const Article article = index.segments()[hit.segment]->article(hit.row);
    return shingles(article.lead + "\n\n" + article.body, analyzer);
}

}  // namespace

ResultPage Searcher::similar(const SimilarRequest& request) {
    const auto begin = std::chrono::steady_clock::now();
    begin_answer({request.timeout, request.cancelled});
    const Hit article = hit_of(index_, request.id);
    const auto words = informative_words({&article, 1}, *context_, words_of_story);
    ResultPage page;
    page.query = request.id;
    query::NodePtr tree = any_of_words(words, static_cast<double>(words.size()));
    if (!tree) {
        page.notes.emplace_back("No word of this article tells what it is about.");
        return page;
    }
    if (request.before_it) {
        std::vector<query::NodePtr> both;
        both.push_back(std::move(tree));
        both.push_back(published_before(*index_.segments()[article.segment], article, request.id));
        tree = query::make_and(std::move(both));
    }
    page.interpreted = query::print(*tree);
    FacetCounter no_facets({}, {});
    const Matches matches = match(*tree, *context_, {}, SortOrder::relevance, request.limit + spare_matches, no_facets);
    std::vector<std::vector<std::uint64_t>> seen{shingles_of(article, index_, context_->analyzer())};
    ArticleMarker marker(*tree, *context_, {});
    std::size_t copies = 0;
    for (const Hit& hit : matches.best) {
        if (page.results.size() == request.limit) break;
        if (hit.segment == article.segment && hit.row == article.row) continue;
        auto of_hit = shingles_of(hit, index_, context_->analyzer());
        if (std::any_of(seen.begin(), seen.end(), [&](const auto& other) { return are_near_copies(of_hit, other); })) {
            ++copies;
            continue;
        }
        seen.push_back(std::move(of_hit));
        page.results.push_back(make_result(hit, marker, true));
        page.results.back().rank = page.results.size();
    }
    if (copies > 0)
        page.notes.push_back(fmt::format("{} near {} left out.", copies, copies == 1 ? "copy was" : "copies were"));
    page.total = page.results.size();
    page.elapsed_us =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin).count();
    return page;
}

}  // namespace dateline
