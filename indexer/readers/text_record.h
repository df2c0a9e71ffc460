#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/json_fields.h"
#include "indexer/readers/raw_article.h"

/// Records whose fields are texts: a row of a table, a front matter.
namespace dateline {

/// One text of a field that has a known name. A field with several texts (a list of authors) is several in a row.
struct TextField {
    std::string_view name;  ///< as the input has it
    FieldMatch match;
    std::string text;
};

/// What a record states. Of several fields of a kind the one with the
/// better name is taken, of dates all. `origin`: what a date's `from` begins with, such as `csv`. A body or title with
/// HTML in it becomes RawArticle::html_body and html_title. Names in a list as programs print one (`['A', 'B']`) are
/// taken apart.
RawArticle stated_by_record(std::vector<TextField> fields, std::string_view origin);

/// The same; nothing where it has neither title nor text.
std::optional<RawArticle> article_of_record(std::vector<TextField> fields, std::string_view origin);

}  // namespace dateline
