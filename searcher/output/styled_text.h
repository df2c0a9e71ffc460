#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/results/result_page.h"

/// Text on its way to a terminal: safe, coloured, wrapped.
namespace dateline {

enum class Style : std::uint8_t { plain, bold, dim, word, phrase };

/// Code points with a style each. Whatever the text holds, none of them moves a terminal's cursor,
/// changes its state or the direction of writing: control characters, bidirectional overrides and
/// invalid UTF-8 become U+FFFD, line breaks and tabs blanks, one for one, so that highlights keep
/// their places.
class StyledText {
public:
    StyledText() = default;
    explicit StyledText(std::string_view text, Style style = Style::plain) { append(text, style); }

    void append(std::string_view text, Style style = Style::plain);
    /// Gives the style of words or phrases to these code points; they count from `first`.
    void mark(const std::vector<Highlight>& highlights, std::size_t first = 0);
    std::size_t size() const { return points_.size(); }

    /// On one line, at most `width` columns: what is longer ends in `…`.
    std::string line(std::size_t width, bool colours) const;
    /// On as many lines as it takes, broken at blanks and between ideographs; never inside a word
    /// that fits a line.
    std::vector<std::string> lines(std::size_t width, bool colours) const;

private:
    std::string render(std::size_t begin, std::size_t end, bool colours) const;
    std::size_t fitting(std::size_t begin, std::size_t width) const;
    std::size_t break_before(std::size_t begin, std::size_t end) const;

    std::u32string points_;
    std::vector<Style> styles_;
};

/// The text alone, made safe; of any length.
std::string safe_for_terminal(std::string_view text);

}  // namespace dateline
