#pragma once

#include <string>

#include "indexer/html/document.h"
#include "indexer/html/linked_data.h"
#include "indexer/html/page_head.h"

namespace dateline {

struct PageTitle {
    std::string text;
    NodeId heading = 0;  ///< the heading it was read from; 0 where it comes from the metadata
};

/// The headline as the page shows it: the heading that agrees best with what the metadata calls the page; where none
/// does, what the metadata says, without the site's name.
PageTitle find_title(const Document& document, const PageHead& head, const LinkedArticle& linked);

}  // namespace dateline
