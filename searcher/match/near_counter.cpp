#include "searcher/match/near_counter.h"

#include <algorithm>
#include <limits>

namespace dateline {
namespace {

/// More patterns than this cost as much as decoding the stream.
constexpr std::size_t most_patterns = 8;
/// Around each word so many are read: further out, all pairs are sooner found in the decoded article.
constexpr std::uint32_t most_distance = 100;
/// Numbers that share all but their first byte.
constexpr std::uint32_t block = 128;

constexpr auto title = static_cast<unsigned>(TextField::title);
constexpr auto body = static_cast<unsigned>(TextField::body);
constexpr unsigned last_field = text_field_count - 1;

/// Empty where there are too many.
std::vector<BytePattern> patterns_of(const IdSet& ids) {
    std::vector<BytePattern> patterns;
    for (IdRange range : ids.ranges()) {
        while (!range.empty()) {
            const std::uint32_t end = std::min(range.end, (range.begin / block + 1) * block);
            const auto pattern = BytePattern::of({range.begin, end});
            if (!pattern || patterns.size() == most_patterns) return {};
            patterns.push_back(*pattern);
            range.begin = end;
        }
    }
    return patterns;
}

/// Numbers are given by falling frequency.
bool is_rarer(const IdSet& a, const IdSet& b) { return a.ranges().front().begin > b.ranges().front().begin; }

bool have_common(const IdSet& a, const IdSet& b) {
    return std::any_of(a.ranges().begin(), a.ranges().end(), [&](const IdRange& x) {
        return std::any_of(b.ranges().begin(), b.ranges().end(),
                           [&](const IdRange& y) { return x.begin < y.end && y.begin < x.end; });
    });
}

std::vector<const std::uint8_t*> field_begins_of(std::string_view stream) {
    std::vector<const std::uint8_t*> begins;
    const BytePattern field_break = *BytePattern::of({stream::field_break, stream::field_break + 1});
    for_each_place(field_break, stream, [&](const std::uint8_t* at) {
        begins.push_back(at);
        return true;
    });
    return begins;
}

unsigned field_of(const std::vector<const std::uint8_t*>& begins, const std::uint8_t* at) {
    unsigned field = 0;
    while (field < begins.size() && begins[field] < at) ++field;
    return std::min(field, last_field);
}

}  // namespace

std::optional<NearCounter> NearCounter::of(const IdSet& left, const IdSet& right, const Proximity& proximity) {
    const bool far = proximity.reach == query::Reach::paragraph || proximity.distance > most_distance;
    if (far || left.empty() || right.empty()) return std::nullopt;
    std::vector<BytePattern> of_left = patterns_of(left);
    std::vector<BytePattern> of_right = patterns_of(right);
    if (of_left.empty() && of_right.empty()) return std::nullopt;
    const bool left_is_searched = of_right.empty() || (!of_left.empty() && is_rarer(left, right));
    NearCounter counter(std::move(left_is_searched ? of_left : of_right), left_is_searched ? right : left, proximity);
    if (proximity.ordered) {
        counter.looks_before_ = !left_is_searched;
        counter.looks_behind_ = left_is_searched;
    }
    counter.is_exact_ = !have_common(left, right);
    if (proximity.reach != query::Reach::words) counter.proximity_.distance = std::numeric_limits<std::uint32_t>::max();
    return counter;
}

/// Distances count within the title, within lead and body, and within the captions.
bool NearCounter::ends_reach(std::uint32_t break_number, unsigned earlier_field) const {
    switch (proximity_.reach) {
    case query::Reach::sentence:
    case query::Reach::paragraph: return true;
    case query::Reach::words: break;
    }
    return break_number == stream::field_break && (earlier_field == title || earlier_field >= body);
}

void NearCounter::count_after(const std::uint8_t* at, const std::uint8_t* end, unsigned field,
                              FieldFrequency& found) const {
    unsigned here = field;
    for (std::uint32_t words = 0; words < proximity_.distance;) {
        const std::uint32_t number = number_after(at, end);
        if (number == no_number) return;
        if (number < first_word_id) {
            if (ends_reach(number, here)) return;
            if (number == stream::field_break) ++here;
            continue;
        }
        if (other_.contains(number)) ++found.count[field];
        ++words;
    }
}

void NearCounter::count_before(const std::uint8_t* at, const std::uint8_t* begin, unsigned field,
                               FieldFrequency& found) const {
    for (std::uint32_t words = 0; words < proximity_.distance;) {
        const std::uint32_t number = number_before(at, begin);
        if (number == no_number) return;
        if (number < first_word_id) {
            const bool is_field_break = number == stream::field_break && field > 0;
            if (ends_reach(number, is_field_break ? field - 1 : field)) return;
            if (is_field_break) --field;
            continue;
        }
        if (other_.contains(number)) ++found.count[field];
        ++words;
    }
}

FieldFrequency NearCounter::count(std::string_view stream) const {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(stream.data());
    const auto* end = begin + stream.size();
    std::optional<std::vector<const std::uint8_t*>> field_begins;
    FieldFrequency found;
    for (const BytePattern& pattern : searched_) {
        for_each_place(pattern, stream, [&](const std::uint8_t* at) {
            if (!field_begins) field_begins = field_begins_of(stream);
            const unsigned field = field_of(*field_begins, at);
            if (looks_behind_) count_after(at + pattern.length, end, field, found);
            if (looks_before_) count_before(at, begin, field, found);
            return true;
        });
    }
    return found;
}

}  // namespace dateline
