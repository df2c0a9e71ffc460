#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/markup.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// The article of one <DOC>; nothing where it has neither an id nor a headline nor text.
std::optional<RawArticle> trec_article(std::string_view document);

/// The article of one <REUTERS>. Its id is NEWID behind `reuters21578-`; the section is its first topic. A brief's
/// filler text ("Blah blah blah.") is no text.
std::optional<RawArticle> reuters_article(std::string_view document);

}  // namespace dateline
