#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/html/blocks.h"
#include "indexer/html/document.h"
#include "indexer/html/linked_data.h"
#include "indexer/html/main_text.h"
#include "indexer/html/page_head.h"

namespace dateline {

/// Why a page is no article but a front page, a list of articles, a video without a text: a sentence for people; "" for
/// an article. In doubt it is one. `url` is the address of the page, "" where unknown.
std::string why_no_article(const Document& document, const std::vector<Block>& blocks, const PageHead& head,
                           const LinkedArticle& linked, const MainText& text, std::string_view url);

}  // namespace dateline
