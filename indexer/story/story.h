#pragma once

#include "indexer/readers/raw_article.h"

namespace dateline {

/// The article behind what a reader found: copied pages are taken apart, texts tidied, bylines split into names, the
/// date of publication chosen, the agencies told, an id given where the source has none. What the format states is
/// never overruled. A pure function of its argument; thread-safe. The language is only what the format states.
Article tell_story(RawArticle raw);

/// An article, and what came up while it was made.
struct Story {
    Article article;
    std::vector<std::string> warnings;  ///< a date that is none, and those of the reader
    std::string not_article;  ///< why what was read is no article but a home page, a list, a video; "" for one
};
Story tell_whole_story(RawArticle raw);

/// Tells the language where the format states none. Apart from the rest because it costs more than the rest, and an
/// article that has not changed does not need it.
void fill_language(Article& article);

}  // namespace dateline
