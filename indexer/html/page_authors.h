#pragma once

#include <string>
#include <vector>

#include "indexer/html/blocks.h"
#include "indexer/html/document.h"
#include "indexer/html/element_names.h"
#include "indexer/html/linked_data.h"
#include "indexer/html/page_head.h"

namespace dateline {

/// The authors of the article, as the page's metadata or its byline names them, taken apart into names. The
/// site's own name is no author where any other is named.
std::vector<std::string> find_authors(const Document& document, const PageNames& names,
                                      const std::vector<Block>& blocks, const PageHead& head,
                                      const LinkedArticle& linked, NodeId title, NodeId text);

}  // namespace dateline
