// Random queries over small articles: the engine and a slow evaluator of plain texts must find and mark the same.

#include "tests/searcher/reference.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "indexer/writer/index_writer.h"
#include "searcher/match/article_marks.h"
#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "searcher/query/tree.h"
#include "searcher/search.h"
#include "tests/support/temp_dir.h"

namespace dateline::tests {
namespace {

using Kind = RefNode::Kind;

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t limit) {
        return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(engine_);
    }
    bool one_in(std::uint32_t times) { return below(times) == 0; }
    template <typename List>
    const auto& of(const List& list) {
        return list[below(static_cast<std::uint32_t>(list.size()))];
    }

private:
    std::mt19937 engine_;
};

// Few words, so that they meet often: forms of one stem, spellings with and without capitals, points and accents.
const std::vector<std::string> vocabulary{"kidnap", "kidnapped", "Kidnapping", "citizen", "citizens", "Apple",
                                          "apple",  "US",        "U.S.",       "us",      "résumé",   "resume",
                                          "the",    "of",        "summit",     "AIDS",    "aids",     "die"};
const std::vector<std::string> patterns{"kidnap*", "citi?en*", "*s", "r?sume", "a*"};

std::string random_text(Random& random, std::uint32_t most_words) {
    std::string text;
    for (std::uint32_t words = 1 + random.below(most_words); words > 0; --words) {
        text += random.of(vocabulary);
        if (random.one_in(9)) text += ". Then";
        text += random.one_in(14) ? "\n\n" : " ";
    }
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

std::vector<Article> random_articles(Random& random, std::size_t count) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        Article article;
        article.id = "a" + std::to_string(i);
        article.title = random_text(random, 5);
        article.lead = random_text(random, 6);
        std::replace(article.title.begin(), article.title.end(), '\n', ' ');
        std::replace(article.lead.begin(), article.lead.end(), '\n', ' ');
        article.body = random_text(random, 30);
        if (random.one_in(3)) article.captions.push_back({random.of(vocabulary) + " " + random.of(vocabulary), ""});
        article.language = random.one_in(4) ? "de" : "en";
        if (!random.one_in(5)) {
            const int year = 2010 + static_cast<int>(random.below(3));
            article.published =
                Published{{(year - 1970) * std::int64_t{31'556'952} + 15'000'000, 0, Precision::day}, ""};
        }
        articles.push_back(std::move(article));
    }
    return articles;
}

/// Queries of every operator, nested.
class Generator {
public:
    explicit Generator(Random& random) : random_(random) {}

    RefPtr any(unsigned depth) {
        if (depth == 0) return operand(0);
        switch (random_.below(9)) {
        case 0: return make({.kind = Kind::all, .children = {any(depth - 1), any(depth - 1)}});
        case 1: return make({.kind = Kind::either, .children = {any(depth - 1), any(depth - 1)}});
        case 2: return make({.kind = Kind::except, .children = {any(depth - 1), any(depth - 1)}});
        case 3: return make({.kind = Kind::at_least, .number = 1 + random_.below(4), .children = {operand(depth - 1)}});
        case 4: return make({.kind = Kind::all, .children = {any(depth - 1), filter()}});
        default: return operand(depth);
        }
    }

    RefPtr operand(unsigned depth) {
        if (depth == 0) return leaf();
        switch (random_.below(8)) {
        case 0: return make({.kind = Kind::either, .children = {operand(depth - 1), operand(depth - 1)}});
        case 1: return restricted(depth);
        case 2:
            return make({.kind = Kind::first_words, .number = 1 + random_.below(20), .children = {operand(depth - 1)}});
        case 3: return leaf();
        default: return near(depth);
        }
    }

private:
    RefPtr near(unsigned depth) {
        RefNode node{.kind = Kind::near, .number = 1 + random_.below(7)};
        node.reach = random_.one_in(3) ? (random_.one_in(2) ? 's' : 'p') : 'w';
        node.ordered = node.reach == 'w' && random_.one_in(3);
        node.negated = random_.one_in(5);
        node.children = {operand(depth - 1), operand(depth - 1)};
        return make(std::move(node));
    }

    RefPtr restricted(unsigned depth) {
        static const std::vector<std::string> fields{"title", "lead", "body", "caption", "hlead"};
        const std::uint32_t choice = random_.below(6);
        // Fields do not stand in fields, so nothing but leaves is below one.
        if (choice < 3) return make({.kind = Kind::in_field, .text = random_.of(fields), .children = {pair()}});
        const Kind kind = choice == 3 ? Kind::caps : choice == 4 ? Kind::all_caps : Kind::no_caps;
        return make({.kind = kind, .children = {operand(depth - 1)}});
    }

    RefPtr pair() {
        if (random_.one_in(3)) return leaf();
        return make({.kind = Kind::near, .number = 1 + random_.below(4), .children = {leaf(), leaf()}});
    }

    RefPtr filter() {
        if (random_.one_in(2)) return make({.kind = Kind::longer, .number = 5 + random_.below(20)});
        return make({.kind = Kind::year, .number = 2010 + random_.below(3)});
    }

    RefPtr leaf() {
        switch (random_.below(7)) {
        case 0: return folded();
        case 1: return make({.kind = Kind::literal, .text = random_.of(vocabulary)});
        case 2: return make({.kind = Kind::wildcard, .text = random_.of(patterns)});
        case 3: return make({.kind = Kind::row, .children = {folded(), item()}});
        case 4: return make({.kind = Kind::stretch, .number = 1 + random_.below(5), .children = {folded(), folded()}});
        default: return make({.kind = Kind::stemmed, .text = random_.of(vocabulary)});
        }
    }

    RefPtr item() {
        switch (random_.below(4)) {
        case 0: return make({.kind = Kind::wildcard, .text = random_.of(patterns)});
        case 1: return make({.kind = Kind::either, .children = {folded(), folded()}});
        default: return folded();
        }
    }

    RefPtr folded() { return make({.kind = Kind::folded, .text = random_.of(vocabulary)}); }
    static RefPtr make(RefNode node) { return std::make_shared<const RefNode>(std::move(node)); }

    Random& random_;
};

/// The same articles for both.
class Both {
public:
    Both(Random& random, std::size_t count) : articles_(random_articles(random, count)) {
        IndexWriter writer(folder_.path() / "index", {.jobs = 1});
        BatchBuilder builder = writer.make_builder();
        std::uint64_t number = 0;
        for (std::size_t first = 0; first < articles_.size(); first += count / 2 + 1) {
            std::vector<HashedArticle> batch;
            for (std::size_t i = first; i < std::min(first + count / 2 + 1, articles_.size()); ++i)
                batch.push_back({articles_[i], content_hash(articles_[i])});
            writer.add(number++, batch, builder);
            writer.finish();
        }
        searcher_ = std::make_unique<Searcher>(Index::open(folder_.path() / "index"));
        context_ = std::make_unique<MatchContext>(searcher_->index(), Bm25fParameters{}, 1 << 20);
        for (const Article& article : articles_) references_.emplace(article.id, RefArticle(article, analyzer_));
    }

    Searcher& searcher() { return *searcher_; }
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

}  // namespace

TEST_CASE("ten thousand random queries match what plain texts match, and what is printed back means the same") {
    Random random(11);
    Both both(random, 60);
    Generator generator(random);
    std::size_t with_matches = 0;
    for (int round = 0; round < 10'000; ++round) {
        const RefPtr node = generator.any(1 + random.below(3));
        const std::string query = node->written();
        CAPTURE(query);
        const auto expected = both.expected(*node);
        REQUIRE(both.found(query) == expected);
        with_matches += expected.empty() ? 0 : 1;
        const query::ParsedQuery parsed = query::parse(query, field_names());
        const std::string printed = query::print(*parsed.tree);
        CAPTURE(printed);
        REQUIRE(query::same_tree(*query::parse(printed, field_names()).tree, *parsed.tree));
    }
    CHECK(with_matches > 3'000);
}

TEST_CASE("a thousand random positional queries mark every satisfying place and no other") {
    Random random(12);
    Both both(random, 40);
    Generator generator(random);
    std::size_t marked = 0;
    for (int round = 0; round < 1'000; ++round) {
        const RefPtr node = round % 2 == 0 ? generator.operand(1 + random.below(2)) : generator.any(2);
        const std::string query = node->written();
        CAPTURE(query);
        const query::ParsedQuery parsed = query::parse(query, field_names());
        for (const auto& reference : both.references()) {
            const std::string& id = reference.first;
            const RefArticle& article = reference.second;
            if (!article.matches(*node)) continue;
            CAPTURE(id);
            const auto expected = article.marks(*node);
            REQUIRE(both.marked(*parsed.tree, id) == expected);
            marked += expected.size();
        }
    }
    CHECK(marked > 10'000);
}

}  // namespace dateline::tests
