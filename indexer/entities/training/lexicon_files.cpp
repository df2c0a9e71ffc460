#include "indexer/entities/training/lexicon_files.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/error.h"
#include "indexer/entities/training/table_parts.h"
#include "indexer/entities/word_form.h"
#include "indexer/entities/word_hash.h"

namespace dateline::entities {
namespace {

/// Calls `visit(columns, line number)` for each line of a file of columns.
template <typename Visit>
void for_each_line(const std::filesystem::path& file, std::size_t columns, Visit visit) {
    std::ifstream stream(file);
    if (!stream) throw IoError("cannot read " + file.string());
    std::size_t number = 0;
    std::vector<std::string_view> cells;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (line.empty()) continue;
        cells.clear();
        for (std::size_t at = 0; at <= line.size();) {
            const std::size_t end = std::min(line.find('\t', at), line.size());
            cells.push_back(std::string_view(line).substr(at, end - at));
            at = end + 1;
        }
        if (cells.size() != columns) {
            throw IoError(fmt::format("{}:{}: {} columns, not {}", file.string(), number, cells.size(), columns));
        }
        visit(cells, number);
    }
}

/// The key of a listed name, and how many words it has.
std::pair<std::uint64_t, std::size_t> key_of(std::string_view name) {
    std::uint64_t key = name_key_start;
    std::size_t words = 0;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (end > at) {
            key = mix(key, hash_of(plain_word(name.substr(at, end - at))));
            ++words;
        }
        at = end + 1;
    }
    return {key, words};
}

}  // namespace

TableParts<ListSet> read_name_lists(const std::filesystem::path& file) {
    std::vector<std::string> labels;
    std::unordered_map<std::uint64_t, ListSet> lists;
    if (!file.empty()) {
        for_each_line(file, 2, [&](const std::vector<std::string_view>& cells, std::size_t number) {
            auto label = std::find(labels.begin(), labels.end(), cells[0]);
            if (label == labels.end()) label = labels.emplace(labels.end(), cells[0]);
            const auto list = static_cast<unsigned>(label - labels.begin());
            if (list >= most_lists) throw IoError(fmt::format("{}:{}: too many lists", file.string(), number));
            const auto [key, words] = key_of(cells[1]);
            if (words == 0 || words > longest_listed_words) return;
            ListSet& set = lists[key];
            set = static_cast<ListSet>(set | 1U << list);
        });
    }
    return make_table<ListSet>({lists.begin(), lists.end()});
}

TableParts<Clusters> read_clusters(const std::filesystem::path& file) {
    std::vector<std::pair<std::uint64_t, Clusters>> entries;
    if (!file.empty()) {
        for_each_line(file, 5, [&](const std::vector<std::string_view>& cells, std::size_t number) {
            Clusters clusters{};
            for (std::size_t i = 0; i < clusters.size(); ++i) {
                unsigned value = 0;
                const auto [end, error] =
                    std::from_chars(cells[i + 1].data(), cells[i + 1].data() + cells[i + 1].size(), value);
                if (error != std::errc{} || value >= 0xFFFF) {
                    throw IoError(fmt::format("{}:{}: no number of a cluster", file.string(), number));
                }
                clusters[i] = static_cast<std::uint16_t>(value + 1);
            }
            entries.emplace_back(hash_of(plain_word(cells[0])), clusters);
        });
    }
    return make_table(std::move(entries));
}

}  // namespace dateline::entities
