#pragma once

#include <cstdint>
#include <vector>

#include "indexer/html/blocks.h"
#include "indexer/html/document.h"
#include "indexer/html/element_names.h"

namespace dateline {

/// What the elements around a block make it.
enum class BlockRole : std::uint8_t {
    text,
    boilerplate,  ///< navigation, share bars, related links, advertising
    comment,      ///< written by readers
    consent,      ///< asks to agree to cookies; may be longer than the article
    byline,       ///< authors, dates
    caption,
    lead,
    hidden,
};

/// Running text by place: how much of it stands in an element. Sums over blocks of a role.
class ProseSums {
public:
    ProseSums(const Document& document, const std::vector<Block>& blocks, const std::vector<BlockRole>& roles);

    /// Columns of running text, of role `text`, in the element.
    std::size_t in(NodeId element) const;

private:
    const Document& document_;
    const std::vector<Block>& blocks_;
    std::vector<std::size_t> sums_;  ///< of the blocks before each
};

/// The role of each block, by tags and names of the elements around it. An element whose names say that it is no text
/// but which holds most of the page's running text is text all the same.
std::vector<BlockRole> roles_of(const Document& document, const PageNames& names, const std::vector<Block>& blocks);

}  // namespace dateline
