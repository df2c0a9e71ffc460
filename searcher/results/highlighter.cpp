#include "searcher/results/highlighter.h"

#include <algorithm>
#include <tuple>

#include "common/text/utf8.h"

namespace dateline {

std::vector<MarkedSpan> place_marks(std::span<const Token> tokens, std::span<const TokenMark> marks) {
    std::vector<MarkedSpan> spans;
    for (const TokenMark& mark : marks) {
        spans.push_back({tokens[mark.first].place.begin, tokens[mark.end - 1].place.end, mark.part, mark.phrase});
    }
    std::sort(spans.begin(), spans.end(), [](const MarkedSpan& a, const MarkedSpan& b) {
        return std::tuple(a.begin, b.end, a.mark) < std::tuple(b.begin, a.end, b.mark);
    });
    return spans;
}

std::vector<Highlight> to_highlights(std::string_view text, std::span<const MarkedSpan> spans) {
    std::vector<Highlight> highlights;
    std::size_t counted_bytes = 0;
    std::size_t counted = 0;
    std::uint32_t covered_until = 0;
    for (const MarkedSpan& span : spans) {
        // Sorted by begin, longest first: what ends no later than one before it lies inside that.
        if (span.end <= covered_until) {
            continue;
        }
        covered_until = span.end;
        counted += count_code_points(text.substr(counted_bytes, span.begin - counted_bytes));
        counted_bytes = span.begin;
        const std::size_t length = count_code_points(text.substr(span.begin, span.end - span.begin));
        highlights.push_back({counted, counted + length, span.phrase});
    }
    return highlights;
}

}  // namespace dateline
