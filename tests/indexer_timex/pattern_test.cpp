#include "indexer/timex/pattern.h"

#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/timex/frame.h"

namespace dateline::timex {

namespace {

std::optional<Finding> first_rule(const Match&, const Frame&) { return Finding{.value = "first"}; }
std::optional<Finding> second_rule(const Match&, const Frame&) { return Finding{.value = "second"}; }
std::optional<Finding> declining(const Match&, const Frame&) { return std::nullopt; }

RuleBook book_of(std::span<const Rule> rules) {
    const std::array tables{rules};
    return RuleBook(tables);
}

/// What the rules find in a text: the value of the rule and the words, in brackets where they stand.
std::string found(std::span<const Rule> rules, std::string_view text) {
    const Tokens tokens = tokenize(text);
    const Frame frame(tokens, std::nullopt, Precision::day);
    const RuleBook book = book_of(rules);
    std::string out;
    for (std::size_t index = 0; index < tokens.size(); ++index) {
        if (const auto match = book.match_at(tokens, index, frame)) {
            const std::size_t begin = tokens[index].begin;
            out +=
                match->finding.value + '[' + std::string(text.substr(begin, tokens[match->end - 1].end - begin)) + ']';
            index = match->end - 1;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("words, classes, alternatives and what may be missing") {
    constexpr std::array rules{Rule{"last|next the? UNIT", first_rule}, Rule{"MONTH [ of YEAR ]", second_rule}};
    CHECK(found(rules, "It was last week, next the year.") == "first[last week]first[next the year]");
    CHECK(found(rules, "In June, June of 1998, June of that.") == "second[June]second[June of 1998]second[June]");
    CHECK(found(rules, "last weeks, the week").empty());
}

TEST_CASE("the longest match has the first say, then the first of the table") {
    constexpr std::array rules{Rule{"last UNIT", first_rule}, Rule{"last WEEKDAY|UNIT", second_rule},
                               Rule{"last UNIT ago", declining}};
    CHECK(found(rules, "last week ago, last Friday") == "first[last week]second[last Friday]");
}

TEST_CASE("what stands around an expression has to be there and is no part of it") {
    constexpr std::array rules{Rule{"in < YEAR > !of", first_rule}};
    CHECK(found(rules, "in 1998, on 1999, in 1997 of, in 1996") == "first[1998]first[1996]");
}

TEST_CASE("a hyphen stands without blanks, and no pattern reaches into the next paragraph") {
    constexpr std::array rules{Rule{"COUNT - UNIT", first_rule}, Rule{"last UNIT", second_rule}};
    CHECK(found(rules, "a ten-year, a ten - year, the last\n\nweek, the last\nweek") ==
          "first[ten-year]second[last\nweek]");
}

TEST_CASE("a pattern with a word that is not in the table is refused") {
    constexpr std::array rules{Rule{"last xylophone", first_rule}};
    CHECK_THROWS_AS(book_of(rules), std::logic_error);
}

}  // namespace dateline::timex
