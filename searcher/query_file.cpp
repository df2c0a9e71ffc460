#include "searcher/query_file.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "common/error.h"

namespace dateline {

std::vector<NumberedQuery> read_query_file(const std::string& path) {
    std::ifstream file;
    if (path != "-") {
        file.open(path);
        if (!file) throw IoError("cannot read " + path);
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::vector<NumberedQuery> queries;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.empty()) continue;
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos)
            throw UsageError(fmt::format("{}, line {}: no tab between id and query", path, number));
        queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
    return queries;
}

}  // namespace dateline
