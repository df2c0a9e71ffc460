#include "indexer/index_stats.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <numeric>

namespace dateline {
namespace {

void add_article(const IndexSegment& segment, std::size_t row, IndexStats& stats) {
    const Columns& columns = segment.columns();
    const FieldLengths& lengths = columns.lengths()[row];
    stats.tokens += std::accumulate(lengths.begin(), lengths.end(), std::uint64_t{0});
    stats.without_body += lengths[1] == 0 && lengths[2] == 0 ? 1 : 0;
    const KeywordColumn& language = columns.keyword(*find_field("language"));
    const auto values = language.of(row);
    ++stats.languages[values.empty() ? std::string() : std::string(language.value(values.front()))];
    const auto date = columns.date(row);
    if (!date) {
        ++stats.undated;
        return;
    }
    if (!stats.first || date->seconds < stats.first->seconds) stats.first = date;
    if (!stats.last || date->seconds > stats.last->seconds) stats.last = date;
}

void add_files(const std::filesystem::path& folder, IndexStats& stats) {
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::string kind = file.path().stem().string();
        if (kind.starts_with("deleted-")) kind = "deletions";
        stats.bytes[kind] += file.file_size();
    }
}

std::uint64_t all_bytes(const IndexStats& stats) {
    return std::accumulate(stats.bytes.begin(), stats.bytes.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const auto& kind) { return sum + kind.second; });
}

/// `entities 2865d58a4ef7e4c9-1, times 1`; `nothing` where neither was looked for.
std::string tagger_name(const TaggedBy& by) {
    std::vector<std::string> parts;
    if (!by.entities.empty()) parts.push_back("entities " + by.entities);
    if (!by.times.empty()) parts.push_back("times " + by.times);
    return parts.empty() ? "nothing" : fmt::format("{}", fmt::join(parts, ", "));
}

std::string tagger_names(const std::vector<TaggedBy>& taggers) {
    std::vector<std::string> names;
    for (const TaggedBy& by : taggers) names.push_back(tagger_name(by));
    return fmt::format("{}", fmt::join(names, " or "));
}

}  // namespace

IndexStats index_stats(const Index& index) {
    IndexStats stats;
    stats.folder = index.folder().string();
    stats.revision = index.manifest().revision;
    for (const auto& segment : index.segments()) {
        ++stats.segments;
        stats.deleted += segment->entry().deleted;
        stats.word_forms += segment->words().form_count();
        for (std::size_t row = 0; row < segment->articles(); ++row) {
            if (segment->deletions().contains(row)) continue;
            ++stats.articles;
            ++stats.tagged_by[segment->entry().tagged_by];
            add_article(*segment, row, stats);
        }
        add_files(segment_path(index.folder(), segment->entry().name), stats);
    }
    return stats;
}

std::string stats_as_text(const IndexStats& stats) {
    std::string text = fmt::format("{}: {} articles, revision {}\n", stats.folder, stats.articles, stats.revision);
    const auto line = [&](std::string_view name, const std::string& value) {
        text += fmt::format("  {:<14} {}\n", name, value);
    };
    if (stats.first) line("published", to_iso(*stats.first) + " to " + to_iso(*stats.last));
    line("undated", std::to_string(stats.undated));
    line("without a body", std::to_string(stats.without_body));
    line("words", fmt::format("{}, in {} forms", stats.tokens, stats.word_forms));
    line("segments", fmt::format("{}, with {} removed or replaced articles", stats.segments, stats.deleted));
    std::vector<std::pair<std::string, std::uint64_t>> languages(stats.languages.begin(), stats.languages.end());
    std::stable_sort(languages.begin(), languages.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string list;
    for (const auto& [language, count] : languages) {
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", language.empty() ? "unknown" : language, count);
    }
    if (!list.empty()) line("languages", list);
    for (const auto& [taggers, count] : stats.tagged_by)
        line("tagged by", fmt::format("{} {}", tagger_names(taggers), count));
    line("on disk", fmt::format("{:.1f} MB", static_cast<double>(all_bytes(stats)) / 1e6));
    for (const auto& [kind, bytes] : stats.bytes)
        line("  " + kind, fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6));
    return text;
}

std::string stats_as_json(const IndexStats& stats) {
    using nlohmann::ordered_json;
    ordered_json json{{"folder", stats.folder},
                      {"revision", stats.revision},
                      {"articles", stats.articles},
                      {"deleted", stats.deleted},
                      {"segments", stats.segments},
                      {"undated", stats.undated},
                      {"without_body", stats.without_body},
                      {"tokens", stats.tokens},
                      {"word_forms", stats.word_forms}};
    json["first"] = stats.first ? ordered_json(to_iso(*stats.first)) : ordered_json();
    json["last"] = stats.last ? ordered_json(to_iso(*stats.last)) : ordered_json();
    json["languages"] = stats.languages;
    json["tagged_by"] = ordered_json::array();
    for (const auto& [taggers, count] : stats.tagged_by) {
        ordered_json by = ordered_json::array();
        for (const TaggedBy& one : taggers) by.push_back({{"entities", one.entities}, {"times", one.times}});
        json["tagged_by"].push_back({{"by", by}, {"articles", count}});
    }
    json["bytes"] = all_bytes(stats);
    json["files"] = stats.bytes;
    return json.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace dateline
