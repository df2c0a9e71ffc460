#include "indexer/failed_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string_view>

#include "common/error.h"
#include "common/index/section_file.h"

namespace dateline {
namespace {

constexpr std::ptrdiff_t tabs_in_line = 4;

std::string escaped(std::string_view field) {
    std::string text;
    for (const char c : field) {
        if (c == '\t') {
            text += "\\t";
        } else if (c == '\n') {
            text += "\\n";
        } else if (c == '\\') {
            text += "\\\\";
        } else {
            text += c;
        }
    }
    return text;
}

std::string unescaped(std::string_view field) {
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] != '\\' || i + 1 == field.size()) {
            text += field[i];
            continue;
        }
        const char code = field[++i];
        text += code == 't' ? '\t' : code == 'n' ? '\n' : code;
    }
    return text;
}

}  // namespace

void write_failed_list(const std::filesystem::path& file, const std::vector<Skipped>& skipped) {
    std::string lines;
    for (const Skipped& each : skipped) {
        lines += fmt::format("{}\t{}\t{}\t{}\t{}\n", escaped(each.path), escaped(each.member), escaped(each.place),
                             escaped(each.reason), escaped(each.detail));
    }
    replace_file(std::filesystem::absolute(file), lines);
}

std::vector<std::string> files_of_failed_list(const std::filesystem::path& file) {
    std::ifstream lines(file, std::ios::binary);
    if (!lines) throw IoError(fmt::format("cannot read the list {}", file.string()));
    std::vector<std::string> files;
    std::set<std::string> known;
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (std::ranges::count(line, '\t') != tabs_in_line)
            throw UsageError(fmt::format("{}, line {}: this is no list that --failed wrote", file.string(), number));
        std::string path = unescaped(std::string_view(line).substr(0, line.find('\t')));
        if (known.insert(path).second) files.push_back(std::move(path));
    }
    if (lines.bad()) throw IoError(fmt::format("cannot read the list {}", file.string()));
    return files;
}

}  // namespace dateline
