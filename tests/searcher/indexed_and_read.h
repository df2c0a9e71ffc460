#pragma once

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "indexer/writer/index_writer.h"
#include "searcher/match/article_marks.h"
#include "searcher/search.h"
#include "tests/searcher/reference.h"
#include "tests/support/temp_dir.h"

namespace dateline::tests {

/// The same articles for the engine, in two segments, and for the slow evaluator.
class IndexedAndRead {
public:
    explicit IndexedAndRead(std::vector<Article> articles) : articles_(std::move(articles)) {
        const std::size_t half = articles_.size() / 2 + 1;
        IndexWriter writer(folder_.path() / "index", {.jobs = 1});
        BatchBuilder builder = writer.make_builder();
        std::uint64_t number = 0;
        for (std::size_t first = 0; first < articles_.size(); first += half) {
            std::vector<HashedArticle> batch;
            for (std::size_t i = first; i < std::min(first + half, articles_.size()); ++i)
                batch.push_back({articles_[i], content_hash(articles_[i])});
            writer.add(number++, batch, builder);
            writer.finish();
        }
        searcher_ = std::make_unique<Searcher>(Index::open(folder_.path() / "index"));
        context_ = std::make_unique<MatchContext>(searcher_->index(), Bm25fParameters{}, 1 << 20);
        for (const Article& article : articles_) references_.emplace(article.id, RefArticle(article, analyzer_));
    }

    Searcher& searcher() { return *searcher_; }
    const std::vector<Article>& articles() const { return articles_; }
    const std::map<std::string, RefArticle>& references() const { return references_; }

    std::set<std::string> expected(const RefNode& node) const {
        std::set<std::string> ids;
        for (const auto& [id, article] : references_) {
            if (article.matches(node)) ids.insert(id);
        }
        return ids;
    }

    std::set<std::string> found(const std::string& query) {
        const ResultPage page =
            searcher_->search({.query = query, .match = MatchMode::all, .limit = articles_.size(), .snippets = false});
        std::set<std::string> ids;
        for (const Result& result : page.results) ids.insert(result.id);
        REQUIRE(page.total == ids.size());
        return ids;
    }

    /// What the engine marks, as words counted over all fields.
    std::set<RefSpan> marked(const query::Node& tree, const std::string& id) {
        for (std::size_t segment = 0; segment < searcher_->index().segments().size(); ++segment) {
            const IndexSegment& where = *searcher_->index().segments()[segment];
            const auto row = where.find(id);
            if (!row) continue;
            const ArticleMarks marks = ArticleMarker(tree, *context_, {}).mark(segment, *row);
            std::set<RefSpan> spans;
            std::uint32_t start = 0;
            for (const TextField field : text_fields) {
                for (const TokenMark& mark : marks[field]) spans.insert({start + mark.first, start + mark.end});
                start += where.columns().lengths()[*row][static_cast<std::size_t>(field)];
            }
            return spans;
        }
        return {};
    }

private:
    TempDir folder_;
    Analyzer analyzer_;
    std::vector<Article> articles_;
    std::unique_ptr<Searcher> searcher_;
    std::unique_ptr<MatchContext> context_;
    std::map<std::string, RefArticle> references_;
};

}  // namespace dateline::tests
