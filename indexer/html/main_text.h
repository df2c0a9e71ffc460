#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/html/blocks.h"
#include "indexer/html/document.h"
#include "indexer/html/element_names.h"
#include "indexer/html/page_title.h"

namespace dateline {

/// The text of the article on a page.
struct MainText {
    std::vector<std::string> paragraphs;  ///< with subheads, list items and quotes, in order
    std::vector<Caption> captions;
    std::string lead;             ///< the standfirst between headline and text
    NodeId container = 0;         ///< the element the text was taken from
    NodeId first = 0;             ///< the node its first paragraph begins with; 0 where there is no text
    std::size_t prose = 0;        ///< columns of running text in the paragraphs
    std::size_t page_prose = 0;   ///< and in all of the page
    std::size_t page_linked = 0;  ///< columns of links in all of the page
};

/// Finds the article's text: the element that holds most of the page's running text, narrowed or widened to what its
/// makers call the body, and in it the blocks that are text. What elements are (tags, roles, names), how much of them
/// is links, and what they say (indexer/wording/notices.h) decide together; each is overruled where it would take away
/// most of the text. `summary` is what the metadata describes the article with: shown by the headline it is
/// the lead. `stated` is the text as the metadata has it, "" where it has not.
MainText find_main_text(const Document& document, const PageNames& names, const std::vector<Block>& blocks,
                        const PageTitle& title, std::string_view summary, std::string_view stated);

}  // namespace dateline
