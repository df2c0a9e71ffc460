// Figures worked by hand from the definitions.

#include "searcher/evaluation/metrics.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

namespace dateline {
namespace {

using Ids = std::vector<std::string>;

/// n0, n1, ...: articles that nobody judged.
Ids unjudged(std::size_t count) {
    Ids ids;
    for (std::size_t i = 0; i < count; ++i) ids.push_back("n" + std::to_string(i));
    return ids;
}

Ids operator+(Ids left, const Ids& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

double discount(int rank) { return 1 / std::log2(rank + 1.0); }

struct Row {
    const char* what;
    Judgements judgements;
    Ids ranked;
    double map;
    double ndcg_10;
    double p_10;
    double r_100;
    double mrr;
};

const Judgements four_relevant{{"a", 1}, {"b", 2}, {"c", 1}, {"z", 1}, {"x", 0}};

const std::vector<Row> rows{
    {"relevant at ranks 1, 4 and 5, one is never found",
     four_relevant,
     {"b", "x", "u", "c", "a"},
     (1.0 / 1 + 2.0 / 4 + 3.0 / 5) / 4,
     (2 * discount(1) + discount(4) + discount(5)) / (2 * discount(1) + discount(2) + discount(3) + discount(4)),
     0.3,
     0.75,
     1},
    {"the best order", four_relevant, {"b", "a", "c", "z"}, 1, 1, 0.4, 1, 1},
    {"the gain decides what is best",
     {{"a", 1}, {"b", 3}},
     {"a", "b"},
     1,
     (discount(1) + 3 * discount(2)) / (3 * discount(1) + discount(2)),
     0.2,
     1,
     1},
    {"one relevant at rank 11", {{"d", 1}}, unjudged(10) + Ids{"d"}, 1.0 / 11, 0, 0, 1, 1.0 / 11},
    {"recall ends at rank 100, precision at each relevant one does not",
     {{"r", 1}, {"s", 1}},
     Ids{"s"} + unjudged(100) + Ids{"r"},
     (1 + 2.0 / 102) / 2,
     discount(1) / (discount(1) + discount(2)),
     0.1,
     0.5,
     1},
    {"a negative judgement is not relevant and takes nothing away",
     {{"g", -2}, {"h", 1}},
     {"g", "h"},
     0.5,
     discount(2),
     0.1,
     1,
     0.5},
    {"more relevant ones than ranks",
     {{"a", 1},
      {"b", 1},
      {"c", 1},
      {"d", 1},
      {"e", 1},
      {"f", 1},
      {"g", 1},
      {"h", 1},
      {"i", 1},
      {"j", 1},
      {"k", 1},
      {"l", 1}},
     {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"},
     10.0 / 12,
     1,
     1,
     10.0 / 12,
     1},
    {"nothing was found", four_relevant, {}, 0, 0, 0, 0, 0},
    {"nothing is relevant", {{"e", 0}}, {"e"}, 0, 0, 0, 0, 0},
    {"nothing was judged", {}, {"e"}, 0, 0, 0, 0, 0},
};

}  // namespace

TEST_CASE("measures are those worked by hand") {
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(average_precision(row.ranked, row.judgements) == doctest::Approx(row.map));
        CHECK(ndcg(row.ranked, row.judgements, 10) == doctest::Approx(row.ndcg_10));
        CHECK(precision(row.ranked, row.judgements, 10) == doctest::Approx(row.p_10));
        CHECK(recall(row.ranked, row.judgements, 100) == doctest::Approx(row.r_100));
        CHECK(reciprocal_rank(row.ranked, row.judgements) == doctest::Approx(row.mrr));
    }
}

TEST_CASE("relevant is what is judged above 0") {
    CHECK(relevant_count(four_relevant) == 4);
    CHECK(relevant_count({{"a", 0}, {"b", -1}}) == 0);
}

TEST_CASE("metrics are known by name") {
    struct Name {
        const char* name;
        const char* title;
    };
    for (const Name& row : {Name{"map", "MAP"}, Name{"mrr", "MRR"}, Name{"ndcg@10", "nDCG@10"}, Name{"p@5", "P@5"},
                            Name{"r@1000", "R@1000"}}) {
        CAPTURE(row.name);
        const auto metric = metric_of(row.name);
        REQUIRE(metric);
        CHECK(metric_name(*metric) == row.name);
        CHECK(metric_title(*metric) == row.title);
    }
    for (const char* name : {"", "MAP", "map@10", "ndcg", "p", "p@", "p@0", "p@-1", "p@ten", "p@10 ", "f1", "@10"}) {
        CAPTURE(name);
        CHECK_FALSE(metric_of(name));
    }
}

TEST_CASE("a metric measures what it is called after") {
    const Row& row = rows.front();
    const auto value = [&](const char* name) { return measure(*metric_of(name), row.ranked, row.judgements); };
    CHECK(value("map") == doctest::Approx(row.map));
    CHECK(value("ndcg@10") == doctest::Approx(row.ndcg_10));
    CHECK(value("p@10") == doctest::Approx(row.p_10));
    CHECK(value("r@100") == doctest::Approx(row.r_100));
    CHECK(value("mrr") == doctest::Approx(row.mrr));
    CHECK(value("p@1") == 1);
    CHECK(value("p@4") == 0.5);
    CHECK(value("r@1") == 0.25);
    CHECK(value("ndcg@1") == 1);
}

}  // namespace dateline
