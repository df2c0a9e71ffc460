#pragma once

#include <string>

namespace dateline {

/// Blanks the tags, not the text, of elements nested deeper than this. Browsers stop at 512 as well; the parser's time
/// grows with the square of the depth, and a page of 300,000 open tags would take it minutes.
inline constexpr std::size_t most_nested = 1'000;

/// The page with no element nested deeper than `most_nested`, as far as its tags tell.
std::string limit_nesting(std::string html);

}  // namespace dateline
