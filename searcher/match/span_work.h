#pragma once

#include <cstdint>

namespace dateline {

/// How much proximity a query may cost. Operands that stand everywhere make pairs of pairs of places: a chain of
/// frequent words would take minutes. The limit grows with the index, so that the time does not grow faster, and it is
/// counted in steps (places held against each other), so that the same query always ends the same way.
class SpanWork {
public:
    static constexpr std::uint64_t most_in_article = 1'000'000;
    static constexpr std::uint64_t most_at_least = 30'000'000;
    static constexpr std::uint64_t most_for_each_article = 1'000;

    /// For one pass over an index of so many articles.
    explicit SpanWork(std::uint64_t articles = 0) : left_(most_at_least + most_for_each_article * articles) {}

    void begin_article() { in_article_ = 0; }
    /// Throws UsageError where it is too much for the article or for the query.
    void add(std::uint64_t steps) {
        in_article_ += steps;
        if (in_article_ > most_in_article || steps > left_) refuse();
        left_ -= steps;
    }

private:
    [[noreturn]] void refuse() const;

    std::uint64_t in_article_ = 0;
    std::uint64_t left_;
};

}  // namespace dateline
