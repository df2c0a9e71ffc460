#pragma once

#include "indexer/readers/raw_article.h"
#include "indexer/readers/xml_element.h"

namespace dateline {

/// The article of a `<nitf>` element (IPTC NITF 3.x, and 2.x where it is alike), standing alone or in NewsML.
RawArticle nitf_article(const XmlElement& nitf);

}  // namespace dateline
