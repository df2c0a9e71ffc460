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

/// `at`: where the break stands. Distances count within the title, within lead and body, and within the captions.
bool NearCounter::ends_reach(std::uint32_t break_number, std::string_view stream, const std::uint8_t* at) const {
    if (proximity_.reach != query::Reach::words) return true;
    return break_number == stream::field_break && field_at(stream, at) != TextField::lead;
}

void NearCounter::count_after(std::string_view stream, const std::uint8_t* word, std::size_t length,
                              FieldFrequency& found) const {
    const std::uint8_t* at = word + length;
    const auto* end = reinterpret_cast<const std::uint8_t*>(stream.data()) + stream.size();
    std::uint32_t pairs = 0;
    for (std::uint32_t words = 0; words < proximity_.distance;) {
        const std::uint8_t* here = at;
        const std::uint32_t number = number_after(at, end);
        if (number == no_number) break;
        if (number < first_word_id) {
            if (ends_reach(number, stream, here)) break;
            continue;
        }
        if (other_.contains(number)) ++pairs;
        ++words;
    }
    if (pairs > 0) found.count[static_cast<std::size_t>(field_at(stream, word))] += pairs;
}

void NearCounter::count_before(std::string_view stream, const std::uint8_t* at, FieldFrequency& found) const {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(stream.data());
    for (std::uint32_t words = 0; words < proximity_.distance;) {
        const std::uint32_t number = number_before(at, begin);
        if (number == no_number) return;
        if (number < first_word_id) {
            if (ends_reach(number, stream, at)) return;
            continue;
        }
        if (other_.contains(number)) ++found.count[static_cast<std::size_t>(field_at(stream, at))];
        ++words;
    }
}

FieldFrequency NearCounter::count(std::string_view stream) const {
    FieldFrequency found;
    for (const BytePattern& pattern : searched_) {
        for_each_place(pattern, stream, [&](const std::uint8_t* at) {
            if (looks_behind_) count_after(stream, at, pattern.length, found);
            if (looks_before_) count_before(stream, at, found);
            return true;
        });
    }
    return found;
}

}  // namespace dateline
