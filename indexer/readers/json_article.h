#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <vector>

#include "indexer/readers/json_fields.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// The article a JSON object holds; nothing where it has neither title nor text.
std::optional<RawArticle> article_of(simdjson::dom::element value, const FieldNames& names);

/// The objects of the first list of objects inside `value` (as in `{"response": {"results": [...]}}`): how services
/// wrap several articles into one. Empty where there is none.
std::vector<simdjson::dom::element> wrapped_objects(simdjson::dom::element value);

}  // namespace dateline
