#pragma once

#include <simdjson.h>

#include <string>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// A JSON Feed (versions 1.0 and 1.1, jsonfeed.org): an article an item.
class JsonFeed {
public:
    static bool is_feed(simdjson::dom::element value);

    /// Wants a value for which `is_feed` holds.
    explicit JsonFeed(simdjson::dom::object feed);

    simdjson::dom::array items() const { return items_; }
    /// The article of an item; without a title and a text where the item has none.
    RawArticle article_of(simdjson::dom::element item) const;

private:
    simdjson::dom::array items_;
    std::string title_;
    std::string language_;
};

}  // namespace dateline
