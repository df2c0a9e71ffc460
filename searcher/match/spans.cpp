#include "searcher/match/spans.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>

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

/// Keeps the last words; where the newest satisfies the last item, those before it are held against the others.
struct InARow {
    const std::vector<IdSet>& items;
    FieldFrequency frequency{};
    std::vector<std::uint32_t> run{};  ///< words since the last gap

    void word(std::uint32_t id, unsigned field) {
        run.push_back(id);
        if (run.size() < items.size() || !items.back().contains(id)) return;
        const auto first = run.end() - static_cast<std::ptrdiff_t>(items.size());
        const bool all = std::equal(items.begin(), items.end(), first,
                                    [](const IdSet& item, std::uint32_t word) { return item.contains(word); });
        frequency.count[field] += all ? 1U : 0U;
    }
    void gap() { run.clear(); }
};

/// Remembers where each item was met last; all within the window is an occurrence, after which they start afresh. Items
/// that are the same word need as many places.
struct CloseTogether {
    const std::vector<IdSet>& items;
    std::uint32_t window;
    FieldFrequency frequency{};
    std::uint32_t position = 1;
    std::vector<std::uint32_t> last = std::vector<std::uint32_t>(items.size());

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
        std::fill(last.begin(), last.end(), 0U);
    }
    void gap() { std::fill(last.begin(), last.end(), 0U); }
};

}  // namespace

void IdSet::add(IdRange range) {
    if (range.empty()) return;
    auto at = std::lower_bound(ranges_.begin(), ranges_.end(), range,
                               [](const IdRange& a, const IdRange& b) { return a.end < b.begin; });
    auto last = at;
    for (; last != ranges_.end() && last->begin <= range.end; ++last) {
        range.begin = std::min(range.begin, last->begin);
        range.end = std::max(range.end, last->end);
    }
    ranges_.insert(ranges_.erase(at, last), range);
}

SpanCounter::SpanCounter(SpanPattern pattern) : pattern_(std::move(pattern)) {
    if (pattern_.window == 0) anchor_ = find_anchor(pattern_.items);
}

/// The item with the highest numbers, which is the rarest, if all its numbers differ in the first byte only.
SpanCounter::Anchor SpanCounter::find_anchor(const std::vector<IdSet>& items) {
    Anchor anchor;
    std::uint32_t highest = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].ranges().size() != 1) continue;
        const IdRange range = items[i].ranges().front();
        const std::uint32_t low = range.begin;
        const std::uint32_t high = range.end - 1;
        if (low < highest || low >> 7U != high >> 7U || high >= 1U << 21U) continue;
        highest = low;
        anchor.item = i;
        anchor.length = low < 0x80 ? 1 : low < 0x4000 ? 2 : 3;
        const unsigned more = anchor.length > 1 ? 0x80U : 0U;
        anchor.first_low = static_cast<std::uint8_t>((low & 0x7FU) | more);
        anchor.first_high = static_cast<std::uint8_t>((high & 0x7FU) | more);
        anchor.second = static_cast<std::uint8_t>((low >> 7U & 0x7FU) | (anchor.length > 2 ? 0x80U : 0U));
        anchor.third = static_cast<std::uint8_t>(low >> 14U);
    }
    return anchor;
}

namespace {

constexpr std::uint32_t no_number = 0xFFFFFFFFU;

bool ends_number(std::uint8_t byte) { return byte < 0x80; }

/// The number that begins at `at`, which moves behind it; no_number at the end of the paragraph or the stream. Breaks
/// between sentences are passed over.
std::uint32_t next_word(const std::uint8_t*& at, const std::uint8_t* end) {
    while (at != end && *at == stream::sentence_break) ++at;
    if (at == end) return no_number;
    std::uint32_t value = *at++;
    if (value >= 0x80) {
        value &= 0x7FU;
        for (unsigned shift = 7; at != end && shift < 35; shift += 7) {
            const std::uint32_t byte = *at++;
            value |= (byte & 0x7FU) << shift;
            if (byte < 0x80) break;
        }
    }
    return value >= first_word_id ? value : no_number;
}

/// The number that ends before `at`, which moves to its beginning; no_number as above.
std::uint32_t previous_word(const std::uint8_t*& at, const std::uint8_t* begin) {
    const std::uint8_t* from = at;
    do {
        at = from;
        if (at == begin) return no_number;
        from = at - 1;
        while (from != begin && !ends_number(from[-1])) --from;
    } while (*from == stream::sentence_break);
    const std::uint8_t* read = from;
    const std::uint32_t value = next_word(read, at);
    at = from;
    return value;
}

/// The field that the byte at `at` belongs to: the field breaks before it.
unsigned field_at(const std::uint8_t* begin, const std::uint8_t* at) {
    unsigned field = 0;
    for (const std::uint8_t* byte = begin; byte != at; ++byte) {
        if (*byte == stream::field_break && (byte == begin || ends_number(byte[-1]))) ++field;
    }
    return std::min(field, static_cast<unsigned>(text_field_count - 1));
}

}  // namespace

bool SpanCounter::stands_around(const std::uint8_t* begin, const std::uint8_t* end, const std::uint8_t* anchor) const {
    const std::uint8_t* at = anchor;
    for (std::size_t i = anchor_.item; i > 0; --i) {
        const std::uint32_t word = previous_word(at, begin);
        if (word == no_number || !pattern_.items[i - 1].contains(word)) return false;
    }
    at = anchor + anchor_.length;
    for (std::size_t i = anchor_.item + 1; i < pattern_.items.size(); ++i) {
        const std::uint32_t word = next_word(at, end);
        if (word == no_number || !pattern_.items[i].contains(word)) return false;
    }
    return true;
}

/// Looks for the anchor's bytes, sixteen places at a time, and only where they are at the words around.
FieldFrequency SpanCounter::count_at_anchors(std::string_view stream) const {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(stream.data());
    const auto* end = begin + stream.size();
    FieldFrequency frequency;
    const auto visit = [&](const std::uint8_t* at) {
        if (at != begin && !ends_number(at[-1])) return;
        if (!stands_around(begin, end, at)) return;
        const unsigned field = field_at(begin, at);
        if ((pattern_.fields >> field & 1U) != 0) ++frequency.count[field];
    };
    const auto is_anchor = [&](const std::uint8_t* at) {
        return *at >= anchor_.first_low && *at <= anchor_.first_high &&
               (anchor_.length < 2 || at[1] == anchor_.second) && (anchor_.length < 3 || at[2] == anchor_.third);
    };
    const std::uint8_t* at = begin;
#ifdef __SSE2__
    const __m128i low = _mm_set1_epi8(static_cast<char>(anchor_.first_low));
    const __m128i high = _mm_set1_epi8(static_cast<char>(anchor_.first_high));
    const __m128i second = _mm_set1_epi8(static_cast<char>(anchor_.second));
    const __m128i third = _mm_set1_epi8(static_cast<char>(anchor_.third));
    const auto load = [](const std::uint8_t* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); };
    for (; end - at >= 18; at += 16) {
        const __m128i bytes = load(at);
        // Unsigned low <= byte <= high: clamping changes nothing.
        __m128i equal = _mm_cmpeq_epi8(_mm_min_epu8(_mm_max_epu8(bytes, low), high), bytes);
        if (anchor_.length > 1) equal = _mm_and_si128(equal, _mm_cmpeq_epi8(load(at + 1), second));
        if (anchor_.length > 2) equal = _mm_and_si128(equal, _mm_cmpeq_epi8(load(at + 2), third));
        for (auto found = static_cast<unsigned>(_mm_movemask_epi8(equal)); found != 0; found &= found - 1) {
            visit(at + __builtin_ctz(found));
        }
    }
#endif
    for (; end - at >= static_cast<std::ptrdiff_t>(anchor_.length); ++at) {
        if (is_anchor(at)) visit(at);
    }
    return frequency;
}

FieldFrequency SpanCounter::count_word_by_word(std::string_view stream) const {
    InARow visitor{pattern_.items};
    walk(pattern_.fields, stream, visitor);
    return visitor.frequency;
}

FieldFrequency SpanCounter::count(std::string_view stream) const {
    if (pattern_.items.empty()) return {};
    if (anchor_.length > 0) return count_at_anchors(stream);
    if (pattern_.window == 0) return count_word_by_word(stream);
    CloseTogether visitor{pattern_.items, pattern_.window};
    walk(pattern_.fields, stream, visitor);
    return visitor.frequency;
}

}  // namespace dateline
