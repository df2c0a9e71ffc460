#pragma once

#include <string>
#include <string_view>

#include "common/cli/exit_code.h"
#include "searcher/search.h"

namespace dateline {

/// Counts the matches of each line of a file, a query or `id<TAB>query`, and writes a row for it to standard output
/// while they come: `csv` or `jsonl`. `request` has what all have in common; nothing is relaxed. With `phrases` each
/// line is one exact phrase, whatever it holds. A query that cannot be read gets a row that says so, and the run goes
/// on. Throws UsageError for another format, IoError.
ExitCode count_queries(Searcher& searcher, const Request& request, const std::string& path, std::string_view format,
                       bool phrases);

}  // namespace dateline
