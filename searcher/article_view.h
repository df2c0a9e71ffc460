#pragma once

#include <string>

#include "searcher/marked_article.h"

namespace dateline {

/// One article to read on a terminal: headline, what is known of it, text wrapped to `width` columns, captions. Control
/// characters of the text never reach the terminal. With `colours` the headline is bold, and what is marked has the
/// colours of search results; without, it stands in [brackets].
std::string article_as_text(const MarkedArticle& marked, std::size_t width, bool colours);

/// The article as one JSON object (docs/formats.md): the record of `indexer extract`, its hash, and, where something
/// was asked, the highlights.
std::string article_as_json(const MarkedArticle& marked);

}  // namespace dateline
