#include "searcher/match/near_counter.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/varint.h"
#include "searcher/match/span_expression.h"

namespace dateline {
namespace {

using Ids = std::vector<IdRange>;

IdSet set_of(const Ids& ranges) {
    IdSet set;
    for (const IdRange range : ranges) set.add(range);
    return set;
}

SpanExpressionPtr words(const IdSet& ids) {
    return std::make_unique<RowExpression>(std::vector<LanguageIds>{{{all_languages, ids}}}, all_text_fields, 0);
}

TEST_CASE("counting in the bytes agrees with the places in the decoded article") {
    std::mt19937 random(1815);
    const std::vector<std::uint32_t> alphabet{0, 0,   1,   2,   3,   4,   5,   6,      7,
                                              8, 126, 127, 128, 129, 300, 301, 20'000, 20'001};
    const std::vector<Ids> sets{{{3, 4}}, {{5, 6}, {128, 129}},       {{127, 130}},      {{300, 302}},
                                {{4, 9}}, {{20'000, 20'001}, {6, 7}}, {{20'001, 20'002}}};
    std::size_t near = 0;
    std::size_t exact = 0;
    for (int round = 0; round < 30'000; ++round) {
        std::string stream;
        int breaks = 0;
        for (std::size_t i = random() % 60 + 3; i > 0; --i) {
            const std::uint32_t number = alphabet[random() % alphabet.size()];
            breaks += number == 2 ? 1 : 0;
            if (number != 2 || breaks <= 3) put_varint(stream, number);
        }
        for (; breaks < 3; ++breaks) put_varint(stream, 2);
        const IdSet left = set_of(sets[random() % sets.size()]);
        const IdSet right = set_of(sets[random() % sets.size()]);
        const Proximity proximity{random() % 3 == 0 ? query::Reach::sentence : query::Reach::words,
                                  static_cast<std::uint32_t>(random() % 6 + 1), random() % 2 == 0};
        const auto counter = NearCounter::of(left, right, proximity);
        REQUIRE(counter);
        ArticleWords article;
        article.decode(stream);
        SpanWork work;
        FieldFrequency places;
        for (const WordSpan& span : NearExpression(words(left), words(right), proximity).find({article, 1, work}))
            ++places.count[static_cast<std::size_t>(article.field(span.begin))];
        const FieldFrequency counted = counter->count(stream);
        REQUIRE((counted == FieldFrequency{}) == (places == FieldFrequency{}));
        if (counter->is_exact()) REQUIRE(counted == places);
        near += places == FieldFrequency{} ? 0 : 1;
        exact += counter->is_exact() ? 1 : 0;
    }
    CHECK(near > 5'000);
    CHECK(exact > 15'000);
}

TEST_CASE("words too scattered to be searched are not counted in the bytes") {
    Ids scattered;
    for (std::uint32_t i = 0; i < 20; ++i) scattered.push_back({1'000 * i + 5, 1'000 * i + 6});
    const IdSet many = set_of(scattered);
    const IdSet one = set_of({{7, 8}});
    const Proximity within_five{query::Reach::words, 5, false};
    CHECK_FALSE(NearCounter::of(many, many, within_five));
    CHECK(NearCounter::of(many, one, within_five));
}

TEST_CASE("proximity that compares too many places is refused with a way out") {
    std::string stream;
    for (int i = 0; i < 3'000; ++i) put_varint(stream, 3);
    ArticleWords article;
    article.decode(stream);
    const auto near = [](std::uint32_t distance) {
        return NearExpression(words(set_of({{3, 4}})), words(set_of({{3, 4}})), {query::Reach::words, distance, false});
    };
    SpanWork work;
    CHECK(near(5).find({article, 1, work}).size() == 3'000 * 5 - 15);
    work.begin_article();
    CHECK_THROWS_WITH_AS(near(1'000).find({article, 1, work}),
                         "the proximity in this query has too many places to compare; use rarer words, smaller "
                         "distances or fewer operators, or AND where it need not be near",
                         UsageError);
}

}  // namespace
}  // namespace dateline
