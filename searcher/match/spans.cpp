#include "searcher/match/spans.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// Visits each word of the fields asked for: `word(id)`, and `gap()` where a pattern may not go on. False from word()
/// is not needed: every occurrence is counted.
template <typename Visitor>
void walk(FieldMask fields, std::string_view stream, Visitor& visitor) {
    unsigned field = 0;
    for (StreamReader reader(stream); !reader.done();) {
        const std::uint32_t id = reader.next();
        if (id >= first_word_id) {
            if ((fields >> field & 1U) != 0) visitor.word(id, field);
            continue;
        }
        if (id == stream::sentence_break) continue;
        visitor.gap();
        if (id != stream::field_break) continue;
        ++field;
        if (field == text_field_count || fields >> field == 0) return;
    }
}

/// Shift-And: bit i of the state says that the last i + 1 words satisfy items 0 to i
/// (Baeza-Yates and Gonnet: A new approach to text searching, 1992).
struct InARow {
    const std::vector<IdSet>& items;
    FieldFrequency frequency{};
    std::uint64_t state = 0;

    void word(std::uint32_t id, unsigned field) {
        std::uint64_t possible = state << 1U | 1U;
        std::uint64_t next = 0;
        while (possible != 0) {
            const auto i = static_cast<unsigned>(__builtin_ctzll(possible));
            if (i == items.size()) break;
            possible &= possible - 1;
            if (items[i].contains(id)) next |= std::uint64_t{1} << i;
        }
        frequency.count[field] += static_cast<std::uint32_t>(next >> (items.size() - 1) & 1U);
        state = next;
    }
    void gap() { state = 0; }
};

/// Remembers where each item was met last; all within the window is an occurrence, after which they start afresh. Items
/// that are the same word need as many places.
struct CloseTogether {
    const std::vector<IdSet>& items;
    std::uint32_t window;
    FieldFrequency frequency{};
    std::uint32_t position = 1;
    std::array<std::uint32_t, SpanPattern::most_items> last{};

    void word(std::uint32_t id, unsigned field) {
        ++position;
        std::size_t oldest = items.size();
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].contains(id) && (oldest == items.size() || last[i] < last[oldest])) oldest = i;
        }
        if (oldest == items.size()) return;
        last[oldest] = position;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (last[i] == 0 || position - last[i] >= window) return;
        }
        ++frequency.count[field];
        last.fill(0);
    }
    void gap() { last.fill(0); }
};

}  // namespace

void IdSet::add(IdRange range) {
    if (range.empty()) return;
    const auto at = std::lower_bound(ranges_.begin(), ranges_.end(), range,
                                     [](const IdRange& a, const IdRange& b) { return a.begin < b.begin; });
    if (at != ranges_.end() && at->begin == range.begin) {
        at->end = std::max(at->end, range.end);
        return;
    }
    ranges_.insert(at, range);
}

FieldFrequency count_spans(const SpanPattern& pattern, std::string_view stream) {
    if (pattern.items.empty() || pattern.items.size() > SpanPattern::most_items) return {};
    if (pattern.window == 0) {
        InARow visitor{pattern.items};
        walk(pattern.fields, stream, visitor);
        return visitor.frequency;
    }
    CloseTogether visitor{pattern.items, pattern.window};
    walk(pattern.fields, stream, visitor);
    return visitor.frequency;
}

}  // namespace dateline
