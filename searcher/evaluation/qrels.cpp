#include "searcher/evaluation/qrels.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {
namespace {

constexpr std::size_t column_count = 4;

std::vector<std::string> columns_of(const std::string& line) {
    std::istringstream in(line);
    return {std::istream_iterator<std::string>(in), {}};
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Takes in one line; says what is wrong with it, nothing where it is sound.
std::string take_line(const std::string& line, Qrels& qrels) {
    const std::vector<std::string> columns = columns_of(line);
    if (columns.empty()) return {};
    if (columns.size() != column_count)
        return fmt::format("four columns are wanted (topic, iteration, article, relevance), {} found", columns.size());
    const auto relevance = whole_number(columns[3]);
    if (!relevance) return fmt::format("the relevance is no whole number: {}", columns[3]);
    const bool is_new = qrels[columns[0]].emplace(columns[2], *relevance).second;
    return is_new ? std::string{} : fmt::format("{} is judged twice for topic {}", columns[2], columns[0]);
}

}  // namespace

Qrels read_qrels(std::istream& in, const std::string& name) {
    Qrels qrels;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const std::string fault = take_line(line, qrels);
        if (!fault.empty()) throw UsageError(fmt::format("{}, line {}: {}", name, number, fault));
    }
    if (in.bad()) throw IoError("cannot read " + name);
    return qrels;
}

Qrels read_qrels_file(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw IoError("cannot read " + path);
    return read_qrels(file, path);
}

}  // namespace dateline
