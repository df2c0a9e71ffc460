#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/field_frequency.h"

/// What of an article's words is marked. The matcher makes it: the same spans that let the article match.
namespace dateline {

/// Tokens [first, end) of one text.
struct TokenMark {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    std::size_t part = 0;  ///< which word or phrase of the query
    bool phrase = false;   ///< several words that stand as a phrase

    auto operator<=>(const TokenMark&) const = default;
};

struct ArticleMarks {
    std::array<std::vector<TokenMark>, text_field_count> fields;  ///< of each text field, sorted
    std::vector<double> weights;  ///< of each part: what a passage that has it is worth; more for rarer words

    const std::vector<TokenMark>& operator[](TextField field) const { return fields[static_cast<std::size_t>(field)]; }
};

}  // namespace dateline
