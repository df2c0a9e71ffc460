#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/match/spans.h"
#include "searcher/query/ast.h"

namespace dateline {

/// Refuses articles in which no word of one set stands near enough to a word of another, by a look at the bytes of
/// their token streams: the rarer words are searched, and only the words around them are read. An article that it lets
/// pass may still not match; fields are not looked at.
class NearFilter {
public:
    /// Nothing where both sets are too scattered to be searched. The distance is in words, adjacent being 1.
    static std::optional<NearFilter> of(const IdSet& left, const IdSet& right, query::Reach reach,
                                        std::uint32_t distance, bool ordered);

    bool may_hold(std::string_view stream) const;

private:
    NearFilter(std::vector<BytePattern> searched, IdSet other, query::Reach reach, std::uint32_t distance)
        : searched_(std::move(searched)), other_(std::move(other)), reach_(reach), distance_(distance) {}

    /// Whether a word that cannot be passed, or too many, lie between.
    bool ends_reach(std::uint32_t number) const;
    bool has_other_after(const std::uint8_t* at, const std::uint8_t* end) const;
    bool has_other_before(const std::uint8_t* at, const std::uint8_t* begin) const;

    std::vector<BytePattern> searched_;
    IdSet other_;
    query::Reach reach_;
    std::uint32_t distance_;
    bool looks_before_ = true;
    bool looks_behind_ = true;
};

}  // namespace dateline
