#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/readers/xml_element.h"

/// The running text of agency copy, as XHTML, as NITF or as typed. Nothing of it is left out: copy is no page.
namespace dateline {

struct XmlText {
    std::string body;  ///< paragraphs parted by an empty line
    std::vector<Caption> captions;
};

/// The text of an element by the blocks in it: paragraphs, subheads, list items, rows of tables, quotes. What stands in
/// `media` and `figure` are captions.
XmlText text_of_blocks(const XmlElement& element);

/// Text as it is typed into one element: where lines are both indented and not, an indented one begins a paragraph, and
/// so does one behind an empty line. Other line breaks are blanks.
std::string typed_paragraphs(std::string_view text);

/// Puts a dateline that stands apart (`London (dpa) - `, `MEXICO CITY`) before the body as a paragraph, unless the body
/// begins with its place.
void add_dateline(std::string_view dateline, std::string& body);

}  // namespace dateline
