#pragma once

#include <string>
#include <vector>

#include "indexer/html/document.h"

namespace dateline {

/// What a page's JSON-LD (schema.org) says of its article. Empty where it says nothing.
struct LinkedArticle {
    std::string type;  ///< `NewsArticle`; "" where no object is an article
    std::string headline;
    std::string description;
    std::string body;
    std::string section;
    std::string publisher;
    std::string language;
    std::string url;
    std::vector<std::string> authors;
    std::string published;  ///< as written
    std::string created;
    std::string modified;
    bool states_other_kind = false;  ///< the page says it is something else: a list, a video, a product
};

/// Of all scripts of the page, in arrays, in `@graph` and nested, the article; of several the one whose headline is
/// nearest to `title`. JSON that cannot be read counts as none.
LinkedArticle linked_article(const Document& document, std::string_view title);

}  // namespace dateline
