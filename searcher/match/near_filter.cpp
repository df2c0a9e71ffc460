#include "searcher/match/near_filter.h"

#include <utility>

namespace dateline {
namespace {

/// More patterns than this cost as much as decoding the stream.
constexpr std::size_t most_patterns = 8;
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

}  // namespace

std::optional<NearFilter> NearFilter::of(const IdSet& left, const IdSet& right, query::Reach reach,
                                         std::uint32_t distance, bool ordered) {
    if (left.empty() || right.empty()) return std::nullopt;
    std::vector<BytePattern> of_left = patterns_of(left);
    std::vector<BytePattern> of_right = patterns_of(right);
    if (of_left.empty() && of_right.empty()) return std::nullopt;
    const bool left_is_searched = of_right.empty() || (!of_left.empty() && is_rarer(left, right));
    NearFilter filter(std::move(left_is_searched ? of_left : of_right), left_is_searched ? right : left, reach,
                      distance);
    if (ordered) {
        filter.looks_before_ = !left_is_searched;
        filter.looks_behind_ = left_is_searched;
    }
    return filter;
}

bool NearFilter::ends_reach(std::uint32_t number) const {
    switch (reach_) {
    case query::Reach::sentence: return number < first_word_id;
    case query::Reach::paragraph: return number == stream::paragraph_break || number == stream::field_break;
    case query::Reach::words: break;
    }
    return false;
}

bool NearFilter::has_other_after(const std::uint8_t* at, const std::uint8_t* end) const {
    for (std::uint32_t words = 0; reach_ != query::Reach::words || words < distance_;) {
        const std::uint32_t number = number_after(at, end);
        if (number == no_number || ends_reach(number)) return false;
        if (number < first_word_id) continue;
        if (other_.contains(number)) return true;
        ++words;
    }
    return false;
}

bool NearFilter::has_other_before(const std::uint8_t* at, const std::uint8_t* begin) const {
    for (std::uint32_t words = 0; reach_ != query::Reach::words || words < distance_;) {
        const std::uint32_t number = number_before(at, begin);
        if (number == no_number || ends_reach(number)) return false;
        if (number < first_word_id) continue;
        if (other_.contains(number)) return true;
        ++words;
    }
    return false;
}

bool NearFilter::may_hold(std::string_view stream) const {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(stream.data());
    const auto* end = begin + stream.size();
    for (const BytePattern& pattern : searched_) {
        const bool none = for_each_place(pattern, stream, [&](const std::uint8_t* at) {
            return !(looks_behind_ && has_other_after(at + pattern.length, end)) &&
                   !(looks_before_ && has_other_before(at, begin));
        });
        if (!none) return true;
    }
    return false;
}

}  // namespace dateline
