#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/index/field_frequency.h"
#include "common/index/token_stream.h"
#include "common/index/words.h"
#include "searcher/match/stream_bytes.h"

/// What the token stream decides: where words stand in a row, or close together.
namespace dateline {

/// The word numbers that satisfy one place of a pattern; sorted ranges that do not touch.
class IdSet {
public:
    void add(IdRange range);
    bool contains(std::uint32_t id) const {
        constexpr std::size_t few = 8;
        if (ranges_.size() > few) {
            const auto above =
                std::upper_bound(ranges_.begin(), ranges_.end(), id,
                                 [](std::uint32_t wanted, const IdRange& r) { return wanted < r.begin; });
            return above != ranges_.begin() && (above - 1)->contains(id);
        }
        for (const IdRange& range : ranges_) {
            if (range.contains(id)) return true;
        }
        return false;
    }
    bool empty() const { return ranges_.empty(); }
    bool covers(IdRange range) const {
        return std::any_of(ranges_.begin(), ranges_.end(),
                           [range](const IdRange& own) { return own.begin <= range.begin && range.end <= own.end; });
    }
    bool operator==(const IdSet&) const = default;
    std::span<const IdRange> ranges() const { return ranges_; }

private:
    std::vector<IdRange> ranges_;
};

/// Words in a row (window 0), or all within `window` words of each other in any order. Neither crosses a paragraph.
struct SpanPattern {
    std::vector<IdSet> items;
    std::uint32_t window = 0;
    FieldMask fields = all_text_fields;
};

/// Counts a pattern in the streams of many articles.
class SpanCounter {
public:
    explicit SpanCounter(SpanPattern pattern);

    /// How often the pattern occurs in an article's stream, by field. Occurrences in a row may overlap; of those close
    /// together each is counted once.
    FieldFrequency count(std::string_view stream) const;

    /// The same for words in a row, word by word: what count() must agree with.
    FieldFrequency count_word_by_word(std::string_view stream) const;

private:
    /// The rarest item of words in a row as bytes of the stream.
    struct Anchor {
        std::size_t item = 0;
        BytePattern bytes;
    };

    static std::optional<Anchor> find_anchor(const std::vector<IdSet>& items);
    FieldFrequency count_at_anchors(std::string_view stream) const;
    bool stands_around(const std::uint8_t* begin, const std::uint8_t* end, const std::uint8_t* anchor) const;

    SpanPattern pattern_;
    std::optional<Anchor> anchor_;  ///< nothing where words are taken one by one
};

}  // namespace dateline
