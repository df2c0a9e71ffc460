#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/html/document.h"

namespace dateline {

/// A paragraph of a page: a run of text with no block boundary in it. Two `<br>` in a row part paragraphs as well.
struct Block {
    NodeId element = 0;      ///< the innermost block-level element around it
    NodeId first = 0;        ///< its first text node
    NodeId last = 0;         ///< its last text node
    std::string text;        ///< white space squeezed
    std::size_t width = 0;   ///< columns, as width_of (indexer/wording/paragraphs.h)
    std::size_t linked = 0;  ///< of these, columns inside links
    std::size_t strong = 0;  ///< of these, columns in bold
    bool sentence = false;   ///< ends as sentences do

    /// Share of the text inside links, 0 to 1.
    double link_share() const { return width == 0 ? 0.0 : static_cast<double>(linked) / static_cast<double>(width); }
    /// Running text: a sentence or more, mostly not links.
    bool is_prose() const;
};

/// The blocks of the body in the order of the document. Silent elements (tag.h) are left out.
std::vector<Block> blocks_of(const Document& document);

}  // namespace dateline
