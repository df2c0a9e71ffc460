#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Lines and paragraphs of texts as found.
namespace dateline {

/// One line of a text: what stands in it, without white space at its ends.
struct TextLine {
    std::string_view text;
    std::size_t width = 0;    ///< columns: characters, those of East Asian scripts twice
    std::size_t indent = 0;   ///< columns of blanks before it
    bool gap_before = false;  ///< an empty line stands before it
};

/// The lines that are not empty. Views into `text`.
std::vector<TextLine> lines_of(std::string_view text);

/// Columns a text takes on a terminal.
std::size_t width_of(std::string_view text);

/// Whether a text ends as sentences do: with `.`, `!`, `?`, `…`, `。` and the like, quotes and brackets aside.
bool ends_sentence(std::string_view text);

/// Width at which the lines of a text were broken by machine; 0 where they were not. At least `least_broken` lines must
/// show it.
std::size_t wrapping_width(const std::vector<TextLine>& lines, std::size_t least_broken = 3);
/// Whether a line goes on in the one after it, in a text broken at `width`.
bool goes_on(const TextLine& line, const TextLine& next, std::size_t width);

/// The body convention of Article: paragraphs parted by "\n\n", broken lines joined, white space squeezed. Where the
/// text has empty lines, they part paragraphs; where it has none, lines do, unless they were broken by machine.
std::string tidy_paragraphs(std::string_view text);

}  // namespace dateline
