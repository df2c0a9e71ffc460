#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/story/main_run.h"

namespace dateline {

/// Where the parts of an article stand on its page, as indices of lines.
struct PageLayout {
    std::optional<std::size_t> title;
    std::optional<std::size_t> lead;
    LineRange header;  ///< what stands between the headline and the body: byline, dates, captions, share bars
    LineRange body;    ///< first to last line of the text, with what stands in its middle
};

PageLayout layout_of(const std::vector<PageLine>& page);

}  // namespace dateline
