#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/story/main_run.h"

namespace dateline {

/// The line that is the headline of the text in `run`: above its body, with a title's length, its words taken up in
/// the text, a date or byline near it. Nothing where no line above the text could be one.
std::optional<std::size_t> find_headline(const std::vector<PageLine>& page, LineRange run);

}  // namespace dateline
