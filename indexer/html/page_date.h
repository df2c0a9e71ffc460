#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/html/blocks.h"
#include "indexer/html/document.h"
#include "indexer/html/element_names.h"
#include "indexer/html/linked_data.h"
#include "indexer/html/page_head.h"

namespace dateline {

/// The date of first publication. Every place of a page that may state it speaks for its day with a weight: most what
/// the page shows its readers under the headline (date_under_headline), then metadata made for it, then dates in the
/// address and elsewhere by the headline, last what is only near to it (created). The day with the most weight wins,
/// and of what speaks for it the most exact is taken; `from` names it. Dates said to be of a change never count.
/// Nothing where no place states a day.
std::optional<Published> find_published(const Document& document, const PageNames& names,
                                        const std::vector<Block>& blocks, const PageHead& head,
                                        const LinkedArticle& linked, std::string_view url, NodeId title, NodeId text);

}  // namespace dateline
