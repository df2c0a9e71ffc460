#pragma once

#include <string_view>

#include "indexer/readers/csv_rows.h"
#include "indexer/readers/json_fields.h"

namespace dateline {

/// How a table is written, told by its beginning (some whole lines of valid or repairable UTF-8, the header first):
/// that sign parts the fields with which the header has most known names and most rows have as many fields as the
/// header; quotes enclose fields unless rows fit better without. `cut`: more follows, so that it may end inside a
/// field.
CsvDialect find_dialect(std::string_view beginning, bool cut, const FieldNames& names);

/// The sign that a first line `sep=;` names, as spreadsheets write it; 0 for any other line.
char named_delimiter(std::string_view line);

/// Whether the first line is the header of a table of articles: a title or text and another field by their names.
bool looks_like_table(std::string_view beginning);

}  // namespace dateline
