#include "searcher/results/snippets.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/text/graphemes.h"
#include "common/text/utf8.h"
#include "searcher/results/highlighter.h"
#include "searcher/results/passage.h"

namespace dateline {

namespace {

/// What a passage is worth.
struct Worth {
    double weight = 0;      ///< of the distinct marks in it
    std::size_t spans = 0;  ///< places marked in it

    bool operator>(const Worth& other) const {
        // Sums of the same weights in another order may differ in the last bits.
        constexpr double same = 1e-9;
        return weight > other.weight + same || (weight > other.weight - same && spans > other.spans);
    }
};

struct Window {
    Worth worth;
    std::size_t first = 0;  ///< span, and the last one with it
    std::size_t last = 0;
};

/// A text with its tokens and marked spans.
class MarkedText {
public:
    MarkedText(const Analyzer& analyzer, const FieldText& source, std::span<const double> weights)
        : source_(source),
          weights_(weights),
          tokens_(analyzer.tokens(source.text)),
          spans_(place_marks(tokens_, source.marks)) {}

    const FieldText& source() const { return source_; }
    std::span<const Token> tokens() const { return tokens_; }
    std::span<const MarkedSpan> spans() const { return spans_; }

    std::size_t token_at(std::uint32_t begin_bytes) const {
        const auto found =
            std::lower_bound(tokens_.begin(), tokens_.end(), begin_bytes,
                             [](const Token& token, std::uint32_t begin) { return token.place.begin < begin; });
        return static_cast<std::size_t>(found - tokens_.begin());
    }

    std::size_t token_ending(std::uint32_t end_bytes) const {
        const auto found =
            std::lower_bound(tokens_.begin(), tokens_.end(), end_bytes,
                             [](const Token& token, std::uint32_t end) { return token.place.end < end; });
        return static_cast<std::size_t>(found - tokens_.begin());
    }

    double weight_of(std::size_t span) const { return weights_[spans_[span].mark]; }

private:
    FieldText source_;
    std::span<const double> weights_;
    std::vector<Token> tokens_;
    std::vector<MarkedSpan> spans_;
};

/// Slides over the spans: the window always ends with the next one and begins with the first that
/// still fits.
Window best_window(const MarkedText& text, const PassageCutter& cutter, std::size_t marks, std::size_t max_chars) {
    const auto spans = text.spans();
    std::vector<std::size_t> times(marks);
    Window best;
    Window current;
    for (std::size_t last = 0; last < spans.size(); ++last) {
        current.last = last;
        if (times[spans[last].mark]++ == 0) {
            current.worth.weight += text.weight_of(last);
        }
        ++current.worth.spans;
        const std::size_t end = text.token_ending(spans[last].end);
        while (current.first < last && cutter.length(text.token_at(spans[current.first].begin), end) > max_chars) {
            if (--times[spans[current.first].mark] == 0) {
                current.worth.weight -= text.weight_of(current.first);
            }
            --current.worth.spans;
            ++current.first;
        }
        if (last == 0 || current.worth > best.worth) {
            best = current;
        }
    }
    return best;
}

bool is_all_space(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_space(next_code_point(text, at))) {
            return false;
        }
    }
    return true;
}

/// Cuts what has no better place to be cut: one word of many thousand letters.
std::size_t bounded_end(std::string_view text, Extent extent, std::size_t max_chars) {
    const std::string_view inside = text.substr(extent.begin, extent.end - extent.begin);
    std::size_t end = extent.begin + byte_offset_of(inside, 2 * max_chars);
    while (end > extent.begin && !is_grapheme_boundary(text, end)) {
        end -= 1;
        while (end > extent.begin && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            --end;
        }
    }
    return end;
}

Snippet cut(const FieldText& source, Extent extent, std::span<const MarkedSpan> spans, std::size_t max_chars) {
    const std::string_view text = source.text;
    extent.end = bounded_end(text, extent, max_chars);
    std::vector<MarkedSpan> inside;
    for (MarkedSpan span : spans) {
        if (span.begin >= extent.begin && span.end <= extent.end) {
            span.begin -= static_cast<std::uint32_t>(extent.begin);
            span.end -= static_cast<std::uint32_t>(extent.begin);
            inside.push_back(span);
        }
    }
    Snippet snippet;
    snippet.field = source.field;
    snippet.text = text.substr(extent.begin, extent.end - extent.begin);
    snippet.offset = count_code_points(text.substr(0, extent.begin));
    snippet.cut_before = !is_all_space(text.substr(0, extent.begin));
    snippet.cut_after = !is_all_space(text.substr(extent.end));
    snippet.highlights = to_highlights(snippet.text, inside);
    std::replace(snippet.text.begin(), snippet.text.end(), '\n', ' ');
    return snippet;
}

/// The beginning of the first text that has one.
Snippet beginning(const Analyzer& analyzer, std::span<const FieldText> texts, const SnippetOptions& options) {
    for (const FieldText& source : texts) {
        if (is_all_space(source.text)) {
            continue;
        }
        // Enough for the passage whatever the script, and for the end of a word that must not
        // count.
        const std::string_view start = cut_at_code_point(source.text, 8 * options.max_chars + 256);
        const std::vector<Token> tokens = analyzer.tokens(start);
        if (tokens.empty()) {
            return cut(source, {0, start.size()}, {}, options.max_chars);
        }
        PassageCutter cutter(analyzer, start, tokens);
        return cut(source, cutter.around(0, 0, options.max_chars), {}, options.max_chars);
    }
    return {};
}

}  // namespace

Snippet make_snippet(const Analyzer& analyzer, std::span<const FieldText> texts, std::span<const double> weights,
                     const SnippetOptions& options) {
    std::optional<Snippet> snippet;
    Worth best;
    for (const FieldText& source : texts) {
        if (source.marks.empty()) {
            continue;
        }
        const MarkedText text(analyzer, source, weights);
        PassageCutter cutter(analyzer, source.text, text.tokens());
        const Window window = best_window(text, cutter, weights.size(), options.max_chars);
        if (snippet && !(window.worth > best)) {
            continue;
        }
        best = window.worth;
        const auto spans = text.spans();
        std::uint32_t end = 0;
        for (std::size_t span = window.first; span <= window.last; ++span) {
            end = std::max(end, spans[span].end);
        }
        const Extent extent =
            cutter.around(text.token_at(spans[window.first].begin), text.token_ending(end), options.max_chars);
        snippet = cut(source, extent, spans, options.max_chars);
    }
    return snippet ? std::move(*snippet) : beginning(analyzer, texts, options);
}

}  // namespace dateline
