// Queries against a small index.

#include "searcher/evaluation/evaluation.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/error.h"
#include "indexer/pipeline.h"
#include "indexer/writer/index_writer.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

constexpr std::string_view articles =
    R"({"id": "dam", "title": "Beavers build a dam", "body": "A dam of sticks stands in the brook."}
{"id": "brook", "title": "The brook runs dry", "body": "There was no rain, and one beaver left."}
{"id": "market", "title": "Eggs are dear", "body": "The market had few eggs on Monday."}
)";

void index_articles(const tests::TempDir& folder) {
    IndexWriter writer(folder.path() / "index", {.jobs = 1});
    Report report;
    Progress progress(Terminal{}, std::nullopt);
    add_articles({.inputs = {folder.write("articles.jsonl", articles).string()}}, writer, report, progress);
}

std::vector<Metric> metrics(const std::vector<std::string>& names) {
    std::vector<Metric> all;
    for (const std::string& name : names) all.push_back(metric_of(name).value());
    return all;
}

}  // namespace

TEST_CASE("topics without a relevant article and topics without a query are left out and named") {
    const Qrels qrels{{"1", {{"a", 1}}}, {"2", {{"a", 0}}}, {"4", {{"b", 2}}}, {"5", {{"b", 1}}}};
    const EvaluationTopics topics =
        evaluation_topics({{"5", "five"}, {"1", "one"}, {"2", "two"}, {"3", "three"}}, qrels);
    REQUIRE(topics.asked.size() == 2);
    CHECK(topics.asked[0].id == "5");
    CHECK(topics.asked[1].id == "1");
    CHECK(topics.without_relevant == std::vector<std::string>{"2", "3"});
    CHECK(topics.not_asked == std::vector<std::string>{"4"});
    CHECK_THROWS_AS(evaluation_topics({{"1", "one"}, {"1", "again"}}, qrels), UsageError);
}

TEST_CASE("each topic is measured in the order of the answer, and one without results counts 0") {
    const tests::TempDir folder;
    index_articles(folder);
    Searcher searcher(Index::open(folder.path() / "index"));
    const Qrels qrels{{"1", {{"dam", 1}, {"brook", 1}}}, {"2", {{"market", 1}}}, {"3", {{"brook", 1}}}};
    const EvaluationTopics topics =
        evaluation_topics({{"1", "beavers brook"}, {"2", "nothing of this kind"}, {"3", "brook dam sticks"}}, qrels);
    const Evaluation any =
        evaluate(searcher, topics, qrels, {.metrics = metrics({"map", "p@1", "mrr"}), .match = MatchMode::any});
    REQUIRE(any.topics.size() == 3);
    CHECK(any.topics[0].id == "1");
    CHECK(any.topics[0].values == std::vector<double>{1, 1, 1});
    CHECK(any.topics[1].values == std::vector<double>{0, 0, 0});
    CHECK(any.topics[2].values == std::vector<double>{0.5, 0, 0.5});
    CHECK(any.mean == std::vector<double>{0.5, 1.0 / 3, 0.5});

    const Evaluation all = evaluate(searcher, topics, qrels, {.metrics = metrics({"map"}), .match = MatchMode::all});
    CHECK(all.topics[2].values == std::vector<double>{0});
    const Evaluation first =
        evaluate(searcher, topics, qrels, {.metrics = metrics({"r@100"}), .match = MatchMode::any, .limit = 1});
    CHECK(first.topics[0].values == std::vector<double>{0.5});
    CHECK(first.topics[2].values == std::vector<double>{0});
}

TEST_CASE("without topics there is no mean") {
    const tests::TempDir folder;
    index_articles(folder);
    Searcher searcher(Index::open(folder.path() / "index"));
    const Evaluation none = evaluate(searcher, {}, {}, {.metrics = metrics({"map", "mrr"})});
    CHECK(none.topics.empty());
    CHECK(none.mean == std::vector<double>{0, 0});
}

TEST_CASE("a query that cannot be read is named") {
    const tests::TempDir folder;
    index_articles(folder);
    Searcher searcher(Index::open(folder.path() / "index"));
    const Qrels qrels{{"7", {{"dam", 1}}}};
    const EvaluationTopics topics = evaluation_topics({{"7", "date:yesterweek"}}, qrels);
    CHECK_THROWS_WITH_AS(evaluate(searcher, topics, qrels, {.metrics = metrics({"map"})}),
                         doctest::Contains("query 7: "), UsageError);
}

}  // namespace dateline
