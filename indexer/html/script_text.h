#pragma once

#include <string>
#include <vector>

#include "indexer/html/document.h"

namespace dateline {

/// The paragraphs of an article that stand in the page's data alone, from where its scripts show them: the state of a
/// page that is drawn in the browser (`__NEXT_DATA__`), editors' trees of paragraphs and their parts, lists of
/// paragraphs, or the text as HTML. Of several texts the longest; empty where there is none of some length.
std::vector<std::string> paragraphs_in_scripts(const Document& document);

}  // namespace dateline
