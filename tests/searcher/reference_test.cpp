// Random queries over small articles: the engine and a slow evaluator of plain texts must find and mark the same.

#include "tests/searcher/reference.h"

#include <doctest/doctest.h>

#include <set>

#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "searcher/query/tree.h"
#include "tests/searcher/indexed_and_read.h"
#include "tests/searcher/random_queries.h"
#include "tests/searcher/rounds.h"

namespace dateline::tests {

TEST_CASE("ten thousand random queries match what plain texts match, and what is printed back means the same") {
    Random random(11);
    IndexedAndRead both(random_articles(random, 60));
    Generator generator(random);
    std::size_t with_matches = 0;
    for (int round = 0; round < tests::rounds(10'000); ++round) {
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
    CHECK(with_matches > tests::rounds(3'000));
}

TEST_CASE("a thousand random positional queries mark every satisfying place and no other") {
    Random random(12);
    IndexedAndRead both(random_articles(random, 40));
    Generator generator(random);
    std::size_t marked = 0;
    for (int round = 0; round < tests::rounds(1'000); ++round) {
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
    CHECK(marked > tests::rounds(10'000));
}

}  // namespace dateline::tests
