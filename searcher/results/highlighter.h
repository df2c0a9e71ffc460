#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/results/marks.h"
#include "searcher/results/result_page.h"

/// From marked words to places in a text.
namespace dateline {

/// A place in a text where a mark is satisfied: the whole phrase, never one of its words alone.
struct MarkedSpan {
    std::uint32_t begin = 0;  ///< bytes of the text
    std::uint32_t end = 0;
    std::size_t mark = 0;  ///< the part of the query
    bool phrase = false;   ///< of more than one token

    bool operator==(const MarkedSpan&) const = default;
};

/// Where the marks stand in a text whose tokens these are, by begin and then the longest first; they may overlap.
std::vector<MarkedSpan> place_marks(std::span<const Token> tokens, std::span<const TokenMark> marks);

/// The spans of a text as code points; those inside another are left out, those that only overlap
/// stay.
std::vector<Highlight> to_highlights(std::string_view text, std::span<const MarkedSpan> spans);

}  // namespace dateline
