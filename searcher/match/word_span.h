#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <vector>

namespace dateline {

/// Words [begin, end) of an article, counted from 0 over all its text fields; never empty.
struct WordSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const WordSpan&) const = default;
};

constexpr bool overlap(WordSpan a, WordSpan b) { return a.begin < b.end && b.begin < a.end; }

constexpr WordSpan cover(WordSpan a, WordSpan b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

inline void sort_unique(std::vector<WordSpan>& spans) {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

inline bool has(const std::vector<WordSpan>& sorted, WordSpan span) {
    return std::binary_search(sorted.begin(), sorted.end(), span);
}

}  // namespace dateline
