#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/index/field_frequency.h"
#include "common/index/token_stream.h"
#include "common/index/words.h"

/// What the token stream decides: where words stand in a row, or close together.
namespace dateline {

/// The word numbers that satisfy one place of a pattern; sorted ranges that do not touch.
class IdSet {
public:
    void add(IdRange range);
    bool contains(std::uint32_t id) const {
        for (const IdRange& range : ranges_) {
            if (range.contains(id)) return true;
        }
        return false;
    }
    bool empty() const { return ranges_.empty(); }

private:
    std::vector<IdRange> ranges_;
};

/// Words in a row (window 0), or all within `window` words of each other in any order. Neither crosses a paragraph.
struct SpanPattern {
    static constexpr std::size_t most_items = 64;

    std::vector<IdSet> items;
    std::uint32_t window = 0;
    FieldMask fields = all_text_fields;
};

/// How often the pattern occurs in an article's stream, by field. Occurrences in a row may overlap; of those close
/// together each is counted once.
FieldFrequency count_spans(const SpanPattern& pattern, std::string_view stream);

}  // namespace dateline
