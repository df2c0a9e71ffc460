// Hand-worked sums of what ranks articles.

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "common/text/analyzer.h"
#include "searcher/match/bm25f.h"
#include "searcher/match/near_copies.h"
#include "searcher/match/recency.h"

namespace dateline {
namespace {

CollectionStatistics ten_articles() { return {.articles = 10, .average_length{8, 20, 80, 4}}; }

}  // namespace

TEST_CASE("idf: the logarithm of the odds, and above zero however frequent the word") {
    const Bm25f ranking({}, ten_articles());
    CHECK(ranking.idf(1) == doctest::Approx(std::log(9.5 / 1.5)));
    CHECK(ranking.idf(2) == doctest::Approx(std::log(8.5 / 2.5)));
    // (10 - 5 + 0.5) / 5.5 = 1 is below 2
    CHECK(ranking.idf(5) == doctest::Approx(std::log(1.5)));
    CHECK(ranking.idf(10) == doctest::Approx(std::log(1 + 0.5 / 10.5 / 2)));
    CHECK(ranking.idf(10) > 0);
}

TEST_CASE("a score and its parts, worked by hand") {
    const Bm25f ranking({}, ten_articles());
    // Title 1 of 4 words: 3 / (0.7 + 0.3 * 4 / 8) = 3.52941; lead and body have 150 words, on average 100:
    // lead 1.2 / (0.6 + 0.4 * 1.5) = 1, body 2 / 1.2 = 1.66667.
    const FieldFrequency frequency{{1, 1, 2, 0}};
    const FieldLengths lengths{4, 30, 120, 0};
    const ScorePart part = ranking.part(1.5, frequency, lengths);
    CHECK(part.fields[0] == doctest::Approx(3.52941));
    CHECK(part.fields[1] == doctest::Approx(1));
    CHECK(part.fields[2] == doctest::Approx(1.66667));
    CHECK(part.fields[3] == 0);
    CHECK(part.weighted == doctest::Approx(6.19608));
    CHECK(part.score == doctest::Approx(1.5 * 6.19608 * 3 / (2 + 6.19608)));
    CHECK(part.score == ranking.score(1.5, frequency, lengths));
}

TEST_CASE("recency: twice now, one and a half times at the half-life, once for the undated") {
    constexpr std::int64_t day = 86'400;
    const Recency recency{.now = 1000 * day, .half_life_seconds = 30.0 * day};
    CHECK(recency.factor(false, 1000 * day) == 2);
    CHECK(recency.factor(false, 970 * day) == doctest::Approx(1.5));
    CHECK(recency.factor(false, 940 * day) == doctest::Approx(1.25));
    CHECK(recency.factor(false, 0) == doctest::Approx(1));
    CHECK(recency.factor(false, 2000 * day) == 2);
    CHECK(recency.factor(true, 1000 * day) == 1);
}

TEST_CASE("near copies share half of the runs of four words of the shorter") {
    const Analyzer analyzer;
    const auto of = [&](const std::string& text) { return shingles(text, analyzer); };
    const auto story = of("the quick brown fox jumps over the lazy dog");  // 6 runs
    CHECK(story.size() == 6);
    CHECK(are_near_copies(story, story));
    CHECK(are_near_copies(story, of("Yesterday the QUICK brown fox jumps over a wall")));           // 3 of 6
    CHECK_FALSE(are_near_copies(story, of("yesterday a quick brown fox jumps over a high wall")));  // 2 of 6
    CHECK(are_near_copies(story, of("the quick brown fox")));  // the shorter lies in the longer
    CHECK_FALSE(are_near_copies(story, of("three words only")));
    CHECK_FALSE(are_near_copies({}, {}));
}

}  // namespace dateline
