#pragma once

#include "indexer/readers/raw_article.h"
#include "indexer/readers/xml_element.h"

namespace dateline {

/// The article of a `NewsItem` of NewsML 1.x: all its components as one, the first headline, the text of each, what is
/// called a caption apart.
RawArticle newsml_1_article(const XmlElement& item);

}  // namespace dateline
