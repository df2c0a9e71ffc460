#pragma once

#include <simdjson.h>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// Whether a JSON value is an item of IPTC's ninjs: an object with `uri` (or `guid`) and at least two members that no
/// other format has (`versioncreated`, `body_xhtml`, `bodies`, `pubstatus` ...).
bool is_ninjs(simdjson::dom::element value);

/// The article of a ninjs item, versions 1.x (`headline`, `body_xhtml`), 2.x and 3.x (`headlines`, `bodies`). The
/// pictures among its associations give the captions.
RawArticle ninjs_article(simdjson::dom::object item);

}  // namespace dateline
