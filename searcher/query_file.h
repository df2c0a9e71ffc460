#pragma once

#include <functional>
#include <string>
#include <vector>

namespace dateline {

/// A line `id<TAB>query` of a file of queries.
struct NumberedQuery {
    std::string id;
    std::string query;
};

/// Reads `id<TAB>query` lines; empty ones are left out. `-` is standard input. Throws IoError, and UsageError naming
/// the line that has no tab.
std::vector<NumberedQuery> read_query_file(const std::string& path);

/// Visits the lines while they come, until `visit` returns false. A line without a tab is a query whose id is the
/// number of the line. Throws IoError.
void each_query_line(const std::string& path, const std::function<bool(const NumberedQuery&)>& visit);

}  // namespace dateline
