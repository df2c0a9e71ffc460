#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/searcher/reference.h"

/// Random articles, and random queries of every operator over their words.
namespace dateline::tests {

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
inline const std::vector<std::string> vocabulary{"kidnap", "kidnapped", "Kidnapping", "citizen", "citizens", "Apple",
                                                 "apple",  "US",        "U.S.",       "us",      "résumé",   "resume",
                                                 "the",    "of",        "summit",     "AIDS",    "aids",     "die"};
inline const std::vector<std::string> patterns{"kidnap*", "citi?en*", "*s", "r?sume", "a*"};

inline std::string random_text(Random& random, std::uint32_t most_words) {
    std::string text;
    for (std::uint32_t words = 1 + random.below(most_words); words > 0; --words) {
        text += random.of(vocabulary);
        if (random.one_in(9)) text += ". Then";
        text += random.one_in(14) ? "\n\n" : " ";
    }
    text.erase(text.find_last_not_of(" \n") + 1);
    return text;
}

inline std::vector<Article> random_articles(Random& random, std::size_t count) {
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
        case 0: return make({.kind = RefNode::Kind::all, .children = {any(depth - 1), any(depth - 1)}});
        case 1: return make({.kind = RefNode::Kind::either, .children = {any(depth - 1), any(depth - 1)}});
        case 2: return make({.kind = RefNode::Kind::except, .children = {any(depth - 1), any(depth - 1)}});
        case 3:
            return make(
                {.kind = RefNode::Kind::at_least, .number = 1 + random_.below(4), .children = {operand(depth - 1)}});
        case 4: return make({.kind = RefNode::Kind::all, .children = {any(depth - 1), filter()}});
        default: return operand(depth);
        }
    }

    RefPtr operand(unsigned depth) {
        if (depth == 0) return leaf();
        switch (random_.below(8)) {
        case 0: return make({.kind = RefNode::Kind::either, .children = {operand(depth - 1), operand(depth - 1)}});
        case 1: return restricted(depth);
        case 2:
            return make({.kind = RefNode::Kind::first_words,
                         .number = 1 + random_.below(20),
                         .children = {operand(depth - 1)}});
        case 3: return leaf();
        default: return near(depth);
        }
    }

private:
    RefPtr near(unsigned depth) {
        RefNode node{.kind = RefNode::Kind::near, .number = 1 + random_.below(7)};
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
        if (choice < 3)
            return make({.kind = RefNode::Kind::in_field, .text = random_.of(fields), .children = {pair()}});
        const RefNode::Kind kind = choice == 3   ? RefNode::Kind::caps
                                   : choice == 4 ? RefNode::Kind::all_caps
                                                 : RefNode::Kind::no_caps;
        return make({.kind = kind, .children = {operand(depth - 1)}});
    }

    RefPtr pair() {
        if (random_.one_in(3)) return leaf();
        return make({.kind = RefNode::Kind::near, .number = 1 + random_.below(4), .children = {leaf(), leaf()}});
    }

    RefPtr filter() {
        if (random_.one_in(2)) return make({.kind = RefNode::Kind::longer, .number = 5 + random_.below(20)});
        return make({.kind = RefNode::Kind::year, .number = 2010 + random_.below(3)});
    }

    RefPtr leaf() {
        switch (random_.below(7)) {
        case 0: return folded();
        case 1: return make({.kind = RefNode::Kind::literal, .text = random_.of(vocabulary)});
        case 2: return make({.kind = RefNode::Kind::wildcard, .text = random_.of(patterns)});
        case 3: return make({.kind = RefNode::Kind::row, .children = {folded(), item()}});
        case 4:
            return make(
                {.kind = RefNode::Kind::stretch, .number = 1 + random_.below(5), .children = {folded(), folded()}});
        default: return make({.kind = RefNode::Kind::stemmed, .text = random_.of(vocabulary)});
        }
    }

    RefPtr item() {
        switch (random_.below(4)) {
        case 0: return make({.kind = RefNode::Kind::wildcard, .text = random_.of(patterns)});
        case 1: return make({.kind = RefNode::Kind::either, .children = {folded(), folded()}});
        default: return folded();
        }
    }

    RefPtr folded() { return make({.kind = RefNode::Kind::folded, .text = random_.of(vocabulary)}); }
    static RefPtr make(RefNode node) { return std::make_shared<const RefNode>(std::move(node)); }

    Random& random_;
};

}  // namespace dateline::tests
