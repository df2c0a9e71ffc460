#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/index/field_frequency.h"
#include "searcher/marked_article.h"
#include "searcher/mcp/tools/schema.h"
#include "searcher/output/json_values.h"

/// Passages that may be quoted: the stored text as it is, line feeds included, and where it stands. Places are
/// half-open and count Unicode code points of the stored field, as `searcher verify` takes them.
namespace dateline::mcp {

/// `title`, `lead`, `body`, `caption`.
std::string_view name_of(TextField field);

/// {"field", "start", "end", "quote"} of a text that stands there.
Json passage(TextField field, std::size_t start, std::string_view quote);
/// The same, cut out of the article; what lies behind the field's end is left out.
Json passage(const MarkedArticle& article, TextField field, std::size_t start, std::size_t end);

/// The members of a passage.
std::vector<Property> passage_properties(bool required = true);

}  // namespace dateline::mcp
