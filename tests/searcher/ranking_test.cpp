// Ranking by more than the query's words, and what a score is made of: the whole way over corpus/.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/error.h"
#include "indexer/pipeline.h"
#include "indexer/writer/index_writer.h"
#include "searcher/explanation.h"
#include "searcher/search.h"
#include "tests/support/paths.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

constexpr std::int64_t now = 1'700'000'000;
constexpr double year_seconds = 365.25 * 86'400;

/// The corpus, in segments of five articles.
class Corpus {
public:
    Corpus() {
        {
            IndexWriter writer(folder_.path() / "index", {.jobs = 1, .commit_every = 5});
            Report report;
            Progress progress(Terminal{}, std::nullopt);
            add_articles({.inputs = {tests::corpus_dir().string()}, .commit_every = 5}, writer, report, progress);
        }
        searcher_ = std::make_unique<Searcher>(Index::open(folder_.path() / "index"));
    }

    Searcher& searcher() { return *searcher_; }

private:
    tests::TempDir folder_;
    std::unique_ptr<Searcher> searcher_;
};

double sum_of_parts(const ScoreExplanation& explanation) {
    double sum = 0;
    for (const auto* parts : {&explanation.parts, &explanation.besides}) {
        for (const ScorePart& part : *parts) sum += part.score;
    }
    return sum * explanation.recency;
}

/// The first numbers of the lines, as text has them.
std::vector<double> first_numbers(const std::string& text) {
    std::vector<double> numbers;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        double number = 0;
        if (words >> number && line.starts_with(' ')) numbers.push_back(number);
    }
    return numbers;
}

}  // namespace

TEST_CASE("the parts of a score sum to it, whatever was asked") {
    Corpus corpus;
    std::size_t explained = 0;
    for (const std::string_view query :
         {"korea japan", "kidnapped OR summit", "\"abducted citizens\"", "title:korea government^3 -election",
          "korea (japan OR china^0.5) date:2000..", "kor*", "govern?ent", "summit~1", "citizens W/5 abducted",
          "title:(korea OR japan)", "ATLEAST2(korea)", "北朝鮮", "government date:2000.. language:en"}) {
        for (const bool more : {false, true}) {
            Request request{.query = std::string(query), .limit = 20, .now = now, .expand = more};
            if (more) request.half_life_seconds = 5 * year_seconds;
            for (const Result& result : corpus.searcher().search(request).results) {
                const auto explanation = corpus.searcher().explain(request, result.id);
                CAPTURE(query);
                CAPTURE(result.id);
                REQUIRE(explanation);
                CHECK(explanation->score.matches);
                CHECK(explanation->score.score == doctest::Approx(result.score));
                CHECK(sum_of_parts(explanation->score) == doctest::Approx(result.score));
                ++explained;
            }
        }
    }
    CHECK(explained > 100);
}

TEST_CASE("the parts as printed sum to the sum as printed") {
    Corpus corpus;
    const Request request{.query = "korea government japan", .match = MatchMode::any, .limit = 20};
    for (const Result& result : corpus.searcher().search(request).results) {
        const auto explanation = corpus.searcher().explain(request, result.id);
        REQUIRE(explanation);
        std::vector<double> numbers = first_numbers(explanation_as_text(*explanation));
        REQUIRE(numbers.size() >= 2);
        const double sum = numbers.back();
        numbers.pop_back();
        double added = 0;
        for (const double number : numbers) added += number;
        CHECK(fmt::format("{:.4f}", added) == fmt::format("{:.4f}", sum));
        const auto json = nlohmann::json::parse(explanation_as_json(*explanation));
        double of_json = 0;
        for (const auto& part : json["parts"]) of_json += part["score"].get<double>();
        CHECK(of_json == doctest::Approx(json["score"].get<double>()));
    }
}

TEST_CASE("an article that does not match, or is not there, has no parts") {
    Corpus corpus;
    const ResultPage page = corpus.searcher().search({.query = "korea", .limit = 1});
    REQUIRE(page.results.size() == 1);
    const auto explanation =
        corpus.searcher().explain({.query = "zeppelin", .match = MatchMode::all}, page.results[0].id);
    REQUIRE(explanation);
    CHECK_FALSE(explanation->score.matches);
    CHECK(explanation->score.parts.empty());
    CHECK_FALSE(corpus.searcher().explain({.query = "korea"}, "no such article"));
}

TEST_CASE("expanding changes the order and never what matches") {
    Corpus corpus;
    const Request plain{.query = "korea", .limit = 1000};
    Request expanded = plain;
    expanded.expand = true;
    const ResultPage before = corpus.searcher().search(plain);
    const ResultPage after = corpus.searcher().search(expanded);
    CHECK(after.total == before.total);
    CHECK(after.interpreted == before.interpreted);
    REQUIRE(after.notes.size() == before.notes.size() + 1);
    CHECK(after.notes.back().starts_with("Ranked also by words of the best articles: "));
    std::set<std::string> ids_before;
    std::set<std::string> ids_after;
    for (const Result& result : before.results) ids_before.insert(result.id);
    for (const Result& result : after.results) ids_after.insert(result.id);
    CHECK(ids_before == ids_after);
}

TEST_CASE("with recency every score is the old one times 1 + 2^(-age / half-life)") {
    Corpus corpus;
    Request request{.query = "korea", .limit = 1000, .now = now};
    std::map<std::string, double> plain;
    for (const Result& result : corpus.searcher().search(request).results) plain[result.id] = result.score;
    request.half_life_seconds = 10 * year_seconds;
    const ResultPage page = corpus.searcher().search(request);
    CHECK(page.results.size() == plain.size());
    for (const Result& result : page.results) {
        const double age = result.date ? static_cast<double>(std::max<std::int64_t>(now - result.date->seconds, 0)) : 0;
        const double factor = result.date ? 1 + std::exp2(-age / (10 * year_seconds)) : 1;
        CAPTURE(result.id);
        CHECK(result.score == doctest::Approx(plain.at(result.id) * factor));
    }
}

TEST_CASE("a long question is answered with any of its words, and the answer says so") {
    Corpus corpus;
    const std::string question = "why did the government of north korea release the kidnapped japanese citizens";
    const ResultPage page = corpus.searcher().search({.query = question, .limit = 5});
    CHECK_FALSE(page.exact);
    REQUIRE_FALSE(page.notes.empty());
    CHECK(page.notes[0] ==
          "Read as a question: these articles have any of its words, the best first. Left out: why, "
          "did, the, of.");
    CHECK(page.total ==
          corpus.searcher()
              .search({.query = "government north korea release kidnapped japanese citizens", .match = MatchMode::any})
              .total);
    const ResultPage all = corpus.searcher().search({.query = question, .match = MatchMode::all});
    CHECK(all.exact);
    CHECK(all.total <= page.total);
}

TEST_CASE("related articles are others, each once, and earlier ones where that is asked") {
    Corpus corpus;
    const ResultPage korea = corpus.searcher().search({.query = "\"abducted citizens\"", .limit = 100});
    REQUIRE_FALSE(korea.results.empty());
    for (const Result& article : korea.results) {
        const ResultPage page = corpus.searcher().similar({.id = article.id, .limit = 20});
        CHECK(page.total == page.results.size());
        std::set<std::string> seen{article.id};
        for (const Result& result : page.results) CHECK(seen.insert(result.id).second);
        if (!article.date) continue;
        for (const Result& result : corpus.searcher().similar({.id = article.id, .before_it = true}).results) {
            CAPTURE(result.id);
            REQUIRE(result.date);
            CHECK(result.date->seconds < article.date->seconds);
        }
    }
    CHECK_THROWS_AS(corpus.searcher().similar({.id = "no such article"}), UsageError);
}

}  // namespace dateline
