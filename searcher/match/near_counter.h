#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/match/spans.h"
#include "searcher/query/ast.h"

namespace dateline {

/// What a Near node says, without its operands.
struct Proximity {
    query::Reach reach = query::Reach::words;
    std::uint32_t distance = 0;  ///< in words, adjacent being 1
    bool ordered = false;
};

/// Counts where a word of one set stands near a word of another, in the bytes of a token stream: the rarer words are
/// searched, and only the words around them are read.
class NearCounter {
public:
    /// Nothing where both sets are too scattered to be searched, and for reaches that are not near: a paragraph, or
    /// more than 100 words.
    static std::optional<NearCounter> of(const IdSet& left, const IdSet& right, const Proximity& proximity);

    /// Pairs that are near, by the field of the first word, in all fields.
    FieldFrequency count(std::string_view stream) const;
    /// Whether each pair is a place of its own. Where a word is in both sets, two words may be two pairs, and count()
    /// only tells whether there is any.
    bool is_exact() const { return is_exact_; }

private:
    NearCounter(std::vector<BytePattern> searched, IdSet other, const Proximity& proximity)
        : searched_(std::move(searched)), other_(std::move(other)), proximity_(proximity) {}

    bool ends_reach(std::uint32_t break_number, std::string_view stream, const std::uint8_t* at) const;
    void count_after(std::string_view stream, const std::uint8_t* word, std::size_t length,
                     FieldFrequency& found) const;
    void count_before(std::string_view stream, const std::uint8_t* at, FieldFrequency& found) const;

    std::vector<BytePattern> searched_;
    IdSet other_;
    Proximity proximity_;
    bool looks_before_ = true;
    bool looks_behind_ = true;
    bool is_exact_ = true;
};

}  // namespace dateline
