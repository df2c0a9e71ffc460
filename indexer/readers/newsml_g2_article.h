#pragma once

#include "indexer/readers/raw_article.h"
#include "indexer/readers/xml_element.h"

namespace dateline {

/// The article of an item of NewsML-G2 (`newsItem`; the others hold no text of their own and say so). Its content may
/// be XHTML, NITF, or text and HTML in `inlineData`.
RawArticle newsml_g2_article(const XmlElement& item);

}  // namespace dateline
