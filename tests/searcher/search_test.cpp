// The whole way, from the files of corpus/ to answers.

#include "searcher/search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/index/article_text.h"
#include "common/text/code_point.h"
#include "indexer/pipeline.h"
#include "indexer/writer/index_writer.h"
#include "tests/searcher/all_articles.h"
#include "tests/support/paths.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

/// An index of all articles of corpus/, published after every `commit_every` articles.
std::unique_ptr<Searcher> index_corpus(const std::filesystem::path& folder, std::size_t commit_every) {
    {
        IndexWriter writer(folder, {.jobs = 1, .commit_every = commit_every});
        Report report;
        Progress progress(Terminal{}, std::nullopt);
        add_articles({.inputs = {tests::corpus_dir().string()}, .commit_every = commit_every}, writer, report,
                     progress);
    }
    return std::make_unique<Searcher>(Index::open(folder));
}

std::set<std::string> ids(const ResultPage& page) {
    std::set<std::string> found;
    for (const Result& result : page.results) found.insert(result.id);
    return found;
}

std::uint64_t sum(const Facet& facet) {
    std::uint64_t total = 0;
    for (const FacetValue& value : facet.values) total += value.count;
    return total;
}

std::string whole_text(const Article& article) {
    std::string text = article.title + "\n\n" + article.lead + "\n\n" + article.body;
    for (const Caption& caption : article.captions) text += "\n\n" + caption.text + "\n\n" + caption.credit;
    return text;
}

bool is_spaceless(std::string_view language) { return language == "zh" || language == "ja" || language == "th"; }

}  // namespace

TEST_CASE("an exact phrase finds exactly the articles that contain it") {
    const tests::TempDir folder;
    const auto searcher = index_corpus(folder.path() / "index", 0);
    std::set<std::string> expected;
    for (const Article& article : all_articles(searcher->index())) {
        if (whole_text(article).find("abducted citizens") != std::string::npos) expected.insert(article.id);
    }
    REQUIRE(expected.size() == 3);
    const ResultPage page = searcher->search({.query = "\"abducted citizens\"", .limit = 100});
    CHECK(page.exact);
    CHECK(page.total == expected.size());
    CHECK(ids(page) == expected);
}

TEST_CASE("without an exact match the articles with the words close together are offered, and the answer says so") {
    const tests::TempDir folder;
    const auto all = index_corpus(folder.path() / "index", 0);
    const ResultPage with = all->search({.query = "\"abducted citizens\"", .limit = 100});
    {
        IndexWriter writer(folder.path() / "index", {});
        const auto gone = ids(with);
        const std::vector<std::string> list(gone.begin(), gone.end());
        CHECK(writer.remove(list).empty());
    }
    Searcher searcher(Index::open(folder.path() / "index"));
    const ResultPage page = searcher.search({.query = "\"abducted citizens\"", .limit = 100});
    CHECK_FALSE(page.exact);
    REQUIRE(page.notes.size() == 1);
    CHECK(page.notes[0].find("exact phrase") != std::string::npos);
    CHECK(page.total >= 4);
    for (const Result& result : page.results) {
        CAPTURE(result.title);
        CHECK(whole_text(*searcher.index().find(result.id)).find("citizens abducted") != std::string::npos);
    }
    CHECK(searcher.search({.query = "\"abducted citizens\"", .match = MatchMode::all}).total == 0);
}

TEST_CASE("facets sum to the number of matches, undated included, and agree with a count of the articles") {
    const tests::TempDir folder;
    const auto searcher = index_corpus(folder.path() / "index", 0);
    const auto articles = all_articles(searcher->index());
    const std::vector<std::string> names{"year", "month", "day", "section", "source", "language"};
    for (const char* query :
         {"north", "the", "talks OR moon OR court", "\"north korea\"", "date:none", "-the date:1990..2024", "в"}) {
        CAPTURE(query);
        const ResultPage page = searcher->search({.query = query, .limit = 1000, .facets = names});
        CHECK(page.results.size() == page.total);
        REQUIRE(page.facets.size() == names.size());
        for (const Facet& facet : page.facets) {
            CAPTURE(facet.name);
            CHECK(sum(facet) == page.total);
        }
        std::map<std::string, std::uint64_t> years;
        for (const Result& result : page.results)
            ++years[result.date
                        ? to_iso(date_of_day(civil_from_days(static_cast<std::int32_t>(result.date->seconds / 86400))))
                              .substr(0, 4)
                        : ""];
        for (const FacetValue& value : page.facets[0].values) CHECK(years[value.value] == value.count);
    }
    const ResultPage undated = searcher->search({.query = "date:none", .limit = 1000});
    CHECK(undated.total ==
          static_cast<std::uint64_t>(std::count_if(articles.begin(), articles.end(),
                                                   [](const Article& article) { return !article.published; })));
}

TEST_CASE("answers do not depend on how many segments the index has") {
    const tests::TempDir folder;
    const auto one = index_corpus(folder.path() / "one", 0);
    const auto many = index_corpus(folder.path() / "many", 16);
    REQUIRE(one->index().segments().size() == 1);
    REQUIRE(many->index().segments().size() > 3);
    for (const char* query : {"korea japan", "the", "\"north korea\"", "moon OR court", "-korea date:2012",
                              "title:korea", "kidnapped", "北朝鮮"}) {
        CAPTURE(query);
        const ResultPage a = one->search({.query = query, .limit = 50, .facets = {"month"}});
        const ResultPage b = many->search({.query = query, .limit = 50, .facets = {"month"}});
        CHECK(a.total == b.total);
        REQUIRE(a.results.size() == b.results.size());
        for (std::size_t i = 0; i < a.results.size(); ++i) {
            CHECK(a.results[i].id == b.results[i].id);
            CHECK(a.results[i].score == doctest::Approx(b.results[i].score));
        }
    }
}

TEST_CASE("any quoted run of characters of a Chinese, Japanese or Thai article finds it") {
    const tests::TempDir folder;
    const auto searcher = index_corpus(folder.path() / "index", 0);
    std::vector<std::pair<std::string, std::string>> paragraphs;  // id, text
    for (const Article& article : all_articles(searcher->index())) {
        if (!is_spaceless(article.language)) continue;
        const ArticleTexts texts = texts_of(article);
        for (const TextField field : text_fields) {
            std::string_view rest = texts[field];
            while (!rest.empty()) {
                const std::size_t end = rest.find("\n\n");
                paragraphs.emplace_back(article.id, rest.substr(0, end));
                rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
            }
        }
    }
    REQUIRE(paragraphs.size() > 20);
    std::mt19937 random(21578);
    for (int round = 0; round < 2000;) {
        const auto& [id, text] = paragraphs[random() % paragraphs.size()];
        std::vector<std::size_t> starts;
        for (std::size_t at = 0; at < text.size();) {
            starts.push_back(at);
            decode_code_point(text, at);
        }
        starts.push_back(text.size());
        const std::size_t length = 2 + random() % 7;
        if (starts.size() <= length) continue;
        const std::size_t first = random() % (starts.size() - length);
        const std::string run = text.substr(starts[first], starts[first + length] - starts[first]);
        const bool has_character =
            std::any_of(run.begin(), run.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
        const auto tokens = searcher->index().analyzer().tokens(run);
        const bool countable =
            std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.place.character; });
        if (!has_character || !countable || run.find_first_of("\"“”«»„") != std::string::npos) continue;
        ++round;
        CAPTURE(run);
        const ResultPage page =
            searcher->search({.query = "\"" + run + "\"", .match = MatchMode::all, .limit = 1000, .snippets = false});
        CHECK(ids(page).contains(id));
    }
}

TEST_CASE("any quoted run of words of an article in another language finds it") {
    const tests::TempDir folder;
    const auto searcher = index_corpus(folder.path() / "index", 0);
    const Analyzer analyzer = searcher->index().analyzer();
    std::vector<std::pair<std::string, std::string>> paragraphs;
    for (const Article& article : all_articles(searcher->index())) {
        if (is_spaceless(article.language)) continue;
        std::string_view rest = article.body;
        while (!rest.empty()) {
            const std::size_t end = rest.find("\n\n");
            paragraphs.emplace_back(article.id, rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
        }
    }
    std::mt19937 random(2012);
    for (int round = 0; round < 2000; ++round) {
        const auto& [id, text] = paragraphs[random() % paragraphs.size()];
        const auto tokens = analyzer.tokens(text);
        if (tokens.empty()) continue;
        const std::size_t length = std::min<std::size_t>(tokens.size(), 2 + random() % 5);
        const std::size_t first = random() % (tokens.size() - length + 1);
        const std::size_t begin = tokens[first].place.begin;
        std::string run = text.substr(begin, tokens[first + length - 1].place.end - begin);
        for (const char* quote : {"\"", "“", "”", "„", "«", "»"}) {
            for (std::size_t at = run.find(quote); at != std::string::npos; at = run.find(quote))
                run.replace(at, std::string_view(quote).size(), " ");
        }
        CAPTURE(run);
        const ResultPage page =
            searcher->search({.query = "\"" + run + "\"", .match = MatchMode::all, .limit = 1000, .snippets = false});
        CHECK(ids(page).contains(id));
    }
}

TEST_CASE("what is marked in a phrase's snippet is the phrase") {
    const tests::TempDir folder;
    const auto searcher = index_corpus(folder.path() / "index", 0);
    const ResultPage page = searcher->search({.query = "\"abducted citizens\""});
    for (const Result& result : page.results) {
        CAPTURE(result.snippet.text);
        REQUIRE(result.snippet.highlights.size() >= 1);
        for (const Highlight& highlight : result.snippet.highlights) {
            CHECK(highlight.phrase);
            CHECK(highlight.end - highlight.begin == std::string_view("abducted citizens").size());
        }
    }
}

}  // namespace dateline
