#pragma once

#include <cstddef>
#include <string_view>

/// What a reader sees as one character, and how wide it stands on a terminal.
namespace dateline {

/// Whether valid UTF-8 may be cut at byte `at` without parting a grapheme cluster (UAX #29, rules
/// GB3 to GB13; of the emoji rules only the joiner). The ends of the text are boundaries.
bool is_grapheme_boundary(std::string_view text, std::size_t at);

/// Terminal columns of one code point: 2 for East Asian wide ones (UAX #11), 0 for marks that
/// combine, 1 otherwise.
unsigned display_width(char32_t point);

/// Terminal columns of a text that has no control characters.
std::size_t display_width(std::string_view text);

}  // namespace dateline
