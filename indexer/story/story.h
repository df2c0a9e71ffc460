#pragma once

#include "indexer/readers/raw_article.h"

namespace dateline {

/// The article behind what a reader found: copied pages are taken apart, texts tidied, bylines split into names, the
/// date of publication chosen, the agencies told, an id given where the source has none. What the format states is
/// never overruled. A pure function of its argument; thread-safe. The language is only what the format states.
Article tell_story(RawArticle raw);

/// The same, with the warnings that came up (a date that is none), added to those of the reader.
Article tell_story(RawArticle raw, std::vector<std::string>& warnings);

/// Tells the language where the format states none. Apart from the rest because it costs more than the rest, and an
/// article that has not changed does not need it.
void fill_language(Article& article);

}  // namespace dateline
