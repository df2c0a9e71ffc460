#include "searcher/query_file.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "common/error.h"

namespace dateline {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Visits lines that are not empty, with their numbers, until `visit` returns false.
void each_line(const std::string& path, const std::function<bool(std::size_t, std::string)>& visit) {
    std::ifstream file;
    if (path != "-") {
        file.open(path);
        if (!file) throw IoError("cannot read " + path);
    }
    std::istream& in = path == "-" ? std::cin : file;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (number == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
        if (line.ends_with('\r')) line.pop_back();
        if (!line.empty() && !visit(number, line)) return;
    }
    if (in.bad()) throw IoError("cannot read " + path);
}

}  // namespace

std::vector<NumberedQuery> read_query_file(const std::string& path) {
    std::vector<NumberedQuery> queries;
    each_line(path, [&](std::size_t number, const std::string& line) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos)
            throw UsageError(fmt::format("{}, line {}: no tab between id and query", path, number));
        queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
        return true;
    });
    return queries;
}

void each_query_line(const std::string& path, const std::function<bool(const NumberedQuery&)>& visit) {
    each_line(path, [&](std::size_t number, const std::string& line) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) return visit(NumberedQuery{std::to_string(number), line});
        return visit(NumberedQuery{line.substr(0, tab), line.substr(tab + 1)});
    });
}

}  // namespace dateline
