#pragma once

#include <string>

#include "indexer/readers/pdf_words.h"

namespace dateline {

/// A printed page as running text.
struct PrintedText {
    std::string title;  ///< what is set largest on the first page, "" where nothing stands out
    std::string url;    ///< the address that browsers print at the edge of a page
    std::string text;   ///< paragraphs parted by empty lines, in reading order, words broken at line ends joined
};

/// Puts words together to lines and lines to paragraphs, over columns and pages. What is repeated at the edges of
/// pages, page numbers, and the edge lines of browsers (day of printing, address) are left out.
PrintedText lay_out(const PdfContent& content);

}  // namespace dateline
