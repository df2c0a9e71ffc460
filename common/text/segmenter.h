#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

/// Cuts text into words by UAX #29 (Unicode Text Segmentation, word boundaries WB3 to WB999), tailored for search in
/// news. docs/query-language.md lists the tailoring; in short:
///  - scripts written without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) give one token a code point,
///    so that every run of characters can be found;
///  - a hyphenated compound is its parts, an elided article (`l'avion`, `d’eau`) stands apart from its noun;
///  - `U.S.` is one token with its last dot; `$20`, `€3.5` and `5%` are one token with their sign.
/// Invalid UTF-8 separates words.
namespace dateline {

/// What stands between a token and the one before it.
enum class Break : std::uint8_t { none, sentence, paragraph };

struct Segment {
    std::uint32_t begin = 0;  ///< byte offsets into the text
    std::uint32_t end = 0;
    Break break_before = Break::none;
    bool character = false;  ///< one code point of a script written without spaces
    bool glued = false;      ///< follows the token before it without anything between
};

/// Texts longer than this are cut: 256 MiB, far over any article, keeps offsets in 32 bits.
inline constexpr std::size_t max_text_bytes = std::size_t{1} << 28;

/// Appends the segments of `text` to `out`. Paragraphs are parted by "\n\n".
void segment(std::string_view text, std::vector<Segment>& out);

}  // namespace dateline
