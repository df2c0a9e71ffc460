#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::mcp {

/// A piece of a text; the place counts code points.
struct TextPiece {
    std::size_t start = 0;
    std::string_view text;
};

/// What is read at once of a text in paragraphs, which are parted by an empty line.
struct ReadParagraphs {
    std::vector<TextPiece> pieces;    ///< whole paragraphs, but for a first one that is too long alone
    std::optional<std::size_t> next;  ///< the code point to go on from; nothing at the end
};

/// The paragraphs from code point `start` on, with at most `length` code points from there to the end of the last. A
/// paragraph that is longer alone is cut, at a blank where it has one. At least one code point is read of what is left.
ReadParagraphs read_paragraphs(std::string_view text, std::size_t start, std::size_t length);

}  // namespace dateline::mcp
