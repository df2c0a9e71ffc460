#include "searcher/match/spans.h"

#include <algorithm>

#include "searcher/match/stream_bytes.h"

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

namespace {

std::optional<BytePattern> bytes_of(const IdSet& item) {
    return item.ranges().size() == 1 ? BytePattern::of(item.ranges().front()) : std::nullopt;
}

/// What a place of the rarest item can be told by already, before the words around it are read.
BytePattern::Beside first_byte_of(const IdSet& item, std::size_t behind) {
    const auto bytes = bytes_of(item);
    if (!bytes) return {};
    return {.offset = static_cast<int>(behind), .low = bytes->first_low, .high = bytes->first_high};
}

BytePattern::Beside last_byte_of(const IdSet& item) {
    const auto bytes = bytes_of(item);
    if (!bytes) return {};
    const auto [low, high] = bytes->last_byte();
    return {.offset = -1, .low = low, .high = high};
}

}  // namespace

/// The item with the highest numbers, which is the rarest, if all its numbers differ in the first byte only.
std::optional<SpanCounter::Anchor> SpanCounter::find_anchor(const std::vector<IdSet>& items) {
    std::optional<Anchor> anchor;
    std::uint32_t highest = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].ranges().size() != 1 || items[i].ranges().front().begin < highest) continue;
        const auto bytes = BytePattern::of(items[i].ranges().front());
        if (!bytes) continue;
        highest = items[i].ranges().front().begin;
        anchor = Anchor{i, *bytes};
    }
    if (anchor && anchor->item + 1 < items.size()) {
        anchor->bytes.beside = first_byte_of(items[anchor->item + 1], anchor->bytes.length);
    } else if (anchor && anchor->item > 0) {
        anchor->bytes.beside = last_byte_of(items[anchor->item - 1]);
    }
    return anchor;
}

namespace {

/// As number_after, over the breaks between sentences; no_number at the end of the paragraph too.
std::uint32_t next_word(const std::uint8_t*& at, const std::uint8_t* end) {
    std::uint32_t number = number_after(at, end);
    while (number == stream::sentence_break) number = number_after(at, end);
    return number >= first_word_id ? number : no_number;
}

std::uint32_t previous_word(const std::uint8_t*& at, const std::uint8_t* begin) {
    std::uint32_t number = number_before(at, begin);
    while (number == stream::sentence_break) number = number_before(at, begin);
    return number >= first_word_id ? number : no_number;
}

}  // namespace

bool SpanCounter::stands_around(const std::uint8_t* begin, const std::uint8_t* end, const std::uint8_t* anchor) const {
    const std::uint8_t* at = anchor;
    for (std::size_t i = anchor_->item; i > 0; --i) {
        const std::uint32_t word = previous_word(at, begin);
        if (word == no_number || !pattern_.items[i - 1].contains(word)) return false;
    }
    at = anchor + anchor_->bytes.length;
    for (std::size_t i = anchor_->item + 1; i < pattern_.items.size(); ++i) {
        const std::uint32_t word = next_word(at, end);
        if (word == no_number || !pattern_.items[i].contains(word)) return false;
    }
    return true;
}

/// Looks for the anchor's bytes, and only where they are at the words around.
FieldFrequency SpanCounter::count_at_anchors(std::string_view stream) const {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(stream.data());
    const auto* end = begin + stream.size();
    FieldFrequency frequency;
    for_each_place(anchor_->bytes, stream, [&](const std::uint8_t* at) {
        if (!stands_around(begin, end, at)) return true;
        const TextField field = field_at(stream, at);
        if ((pattern_.fields & mask_of(field)) != 0) ++frequency.count[static_cast<std::size_t>(field)];
        return true;
    });
    return frequency;
}

FieldFrequency SpanCounter::count_word_by_word(std::string_view stream) const {
    InARow visitor{pattern_.items};
    walk(pattern_.fields, stream, visitor);
    return visitor.frequency;
}

FieldFrequency SpanCounter::count(std::string_view stream) const {
    if (pattern_.items.empty()) return {};
    if (anchor_) return count_at_anchors(stream);
    if (pattern_.window == 0) return count_word_by_word(stream);
    CloseTogether visitor{pattern_.items, pattern_.window};
    walk(pattern_.fields, stream, visitor);
    return visitor.frequency;
}

}  // namespace dateline
