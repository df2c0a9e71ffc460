// Reads every #include of the rooms and holds it against the table of allowed
// edges (allowed_edges.txt, where the format stands).
//
//     check_layers ROOT TABLE
//
// One line a violation, as file:line: text; exit code 1 when there is any, 2
// when the table cannot be read.

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr std::string_view rooms[] = {"common", "indexer", "searcher"};

/// "common/text/analyzer.h" -> "common/text/analyzer"
std::string without_ending(const std::string& path) { return fs::path(path).replace_extension().generic_string(); }

/// "common/text/analyzer.h" -> "common/text/"
std::string folder_of(const std::string& path) { return fs::path(path).parent_path().generic_string() + "/"; }

/// A pattern is a text, or the beginning of one when it ends with '*'.
bool matches(std::string_view pattern, std::string_view text) {
    return pattern.ends_with('*') ? text.starts_with(pattern.substr(0, pattern.size() - 1)) : text == pattern;
}

struct LibraryRule {
    std::string header;  ///< what the header begins with, without the '<'
    std::vector<std::string> places;
};

class Table {
public:
    explicit Table(const fs::path& file) {
        std::ifstream in(file);
        if (!in) {
            throw std::runtime_error("cannot read " + file.string());
        }
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            if (!read_line(line)) {
                throw std::runtime_error(file.string() + ":" + std::to_string(number) +
                                         ": neither an edge nor a rule: " + line);
            }
        }
        for (const auto& [from, targets] : edges_) {
            for (const std::string& to : targets) {
                if (!edges_.contains(to) && !edges_.contains(folder_of(to))) {
                    throw std::runtime_error(file.string() + ": " + from + " -> " + to + ", but " + to +
                                             " has no line of its own");
                }
            }
        }
    }

    /// The unit that a file belongs to; empty where the table has none.
    std::string unit_of(const std::string& path) const {
        const std::string pair = without_ending(path);
        if (edges_.contains(pair)) {
            return pair;
        }
        const std::string folder = folder_of(path);
        return edges_.contains(folder) ? folder : "";
    }

    /// May files of this unit include this header?
    bool allows(const std::string& from, const std::string& header) const {
        const std::set<std::string>& targets = edges_.at(from);
        return from == unit_of(header) || targets.contains(without_ending(header)) ||
               targets.contains(folder_of(header));
    }

    /// The rule that keeps this header out of this file; null where none does.
    const LibraryRule* forbids(std::string_view header, const std::string& path) const {
        const std::string pair = without_ending(path);
        for (const LibraryRule& rule : libraries_) {
            if (header.starts_with(rule.header) &&
                std::none_of(rule.places.begin(), rule.places.end(),
                             [&](const std::string& place) { return matches(place, pair); })) {
                return &rule;
            }
        }
        return nullptr;
    }

    /// The units of a circle of edges, the first one again at the end; empty
    /// where there is none.
    std::vector<std::string> circle() const {
        std::vector<std::string> way;
        std::set<std::string> done;
        for (const auto& [unit, targets] : edges_) {
            if (find_circle(unit, way, done)) {
                return way;
            }
        }
        return {};
    }

private:
    bool read_line(std::string line) {
        line.resize(std::min(line.find('#'), line.size()));
        std::istringstream words(line);
        std::string first;
        std::string word;
        if (!(words >> first)) {
            return true;
        }
        if (first.starts_with('<')) {
            std::string in;
            LibraryRule rule{first.substr(1), {}};
            if (!(words >> word >> in) || word != "only" || in != "in") {
                return false;
            }
            while (words >> word) {
                rule.places.push_back(word);
            }
            libraries_.push_back(std::move(rule));
            return true;
        }
        if (!(words >> word) || word != "->" || edges_.contains(first)) {
            return false;
        }
        std::set<std::string>& targets = edges_[first];
        while (words >> word) {
            targets.insert(word);
        }
        return true;
    }

    /// The units that some file of this unit may include: a folder on the right
    /// of the arrow is also each pair of its own in that folder.
    std::set<std::string> units_reached(const std::string& from) const {
        std::set<std::string> units;
        for (const std::string& target : edges_.at(from)) {
            units.insert(edges_.contains(target) ? target : folder_of(target));
            for (const auto& [unit, targets] : edges_) {
                if (unit.back() != '/' && folder_of(unit) == target) {
                    units.insert(unit);
                }
            }
        }
        return units;
    }

    bool find_circle(const std::string& unit, std::vector<std::string>& way, std::set<std::string>& done) const {
        const auto seen = std::find(way.begin(), way.end(), unit);
        if (seen != way.end()) {
            way.erase(way.begin(), seen);
            way.push_back(unit);
            return true;
        }
        if (done.contains(unit)) {
            return false;
        }
        way.push_back(unit);
        for (const std::string& target : units_reached(unit)) {
            if (target != unit && find_circle(target, way, done)) {
                return true;
            }
        }
        way.pop_back();
        done.insert(unit);
        return false;
    }

    std::map<std::string, std::set<std::string>> edges_;
    std::vector<LibraryRule> libraries_;
};

struct Include {
    int line = 0;
    bool quoted = false;  ///< "..." and not <...>
    std::string header;
};

std::vector<Include> includes_of(const fs::path& file) {
    std::vector<Include> includes;
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const std::size_t hash = line.find_first_not_of(" \t");
        if (hash == std::string::npos || line[hash] != '#') {
            continue;
        }
        const std::size_t word = line.find_first_not_of(" \t", hash + 1);
        if (word == std::string::npos || line.compare(word, 7, "include") != 0) {
            continue;
        }
        const std::size_t open = line.find_first_of("\"<", word + 7);
        if (open == std::string::npos) {
            continue;
        }
        const std::size_t close = line.find_first_of("\">", open + 1);
        if (close != std::string::npos) {
            includes.push_back({number, line[open] == '"', line.substr(open + 1, close - open - 1)});
        }
    }
    return includes;
}

class Check {
public:
    Check(fs::path root, const Table& table) : root_(std::move(root)), table_(table) {}

    /// How many violations there are; each has been printed.
    int run() {
        for (const std::string_view room : rooms) {
            if (!fs::is_directory(root_ / room)) {
                continue;
            }
            for (const auto& entry : fs::recursive_directory_iterator(root_ / room)) {
                const std::string ending = entry.path().extension().string();
                if (ending == ".h" || ending == ".cpp") {
                    files_.insert(entry.path().lexically_relative(root_).generic_string());
                }
            }
        }
        for (const std::string& path : files_) {
            check_file(path);
        }
        if (const std::vector<std::string> circle = table_.circle(); !circle.empty()) {
            std::string text = "the table runs in a circle: " + circle.front();
            for (std::size_t i = 1; i < circle.size(); ++i) {
                text += " -> " + circle[i];
            }
            complain(text);
        }
        return complaints_;
    }

    std::size_t file_count() const { return files_.size(); }

private:
    void check_file(const std::string& path) {
        const std::string from = table_.unit_of(path);
        if (from.empty()) {
            complain(path + ":1: the table has no line for this file or its folder");
            return;
        }
        for (const Include& include : includes_of(root_ / path)) {
            const std::string at = path + ":" + std::to_string(include.line) + ": ";
            if (!include.quoted) {
                check_library(path, at, include.header);
                continue;
            }
            const std::string to = table_.unit_of(include.header);
            if (to.empty()) {
                complain(at + "\"" + include.header + "\" is in no room; write includes from the root");
            } else if (!table_.allows(from, include.header)) {
                complain(at + from + " may not include " + to + " (\"" + include.header + "\")");
            }
        }
    }

    void check_library(const std::string& path, const std::string& at, const std::string& header) {
        const LibraryRule* rule = table_.forbids(header, path);
        if (rule != nullptr) {
            std::string text = at + "<" + header + "> is only for";
            for (const std::string& place : rule->places) {
                text += " " + place;
            }
            complain(text);
        }
        for (const std::string_view room : rooms) {
            if (header.starts_with(std::string(room) + "/")) {
                complain(at + "<" + header + ">: our own headers are included with quotes");
            }
        }
    }

    void complain(const std::string& text) {
        std::puts(text.c_str());
        ++complaints_;
    }

    fs::path root_;
    const Table& table_;
    std::set<std::string> files_;
    int complaints_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("Usage: check_layers ROOT TABLE\n", stderr);
        return 2;
    }
    try {
        const Table table(argv[2]);
        Check check(argv[1], table);
        const int complaints = check.run();
        std::printf("%zu files, %d violations\n", check.file_count(), complaints);
        return complaints == 0 ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "check_layers: %s\n", error.what());
        return 2;
    }
}
