#include "common/index/index.h"

#include <set>

#include "common/error.h"

namespace dateline {
namespace {

std::vector<std::string> languages_of(const std::vector<std::unique_ptr<const IndexSegment>>& segments) {
    std::set<std::string, std::less<>> languages;
    const Field& field = *find_field("language");
    for (const auto& segment : segments) {
        const KeywordColumn& column = segment->columns().keyword(field);
        for (std::uint32_t i = 0; i < column.value_count(); ++i) languages.emplace(column.value(i));
    }
    return {languages.begin(), languages.end()};
}

CollectionStatistics statistics_of(const std::vector<std::unique_ptr<const IndexSegment>>& segments) {
    CollectionStatistics statistics;
    for (const auto& segment : segments) {
        statistics.articles += segment->articles();
        for (std::size_t i = 0; i < text_field_count; ++i) {
            statistics.average_length[i] += static_cast<double>(segment->columns().total_lengths()[i]);
        }
    }
    for (double& average : statistics.average_length) {
        average = statistics.articles == 0 ? 0 : average / static_cast<double>(statistics.articles);
    }
    return statistics;
}

}  // namespace

Index Index::open(const std::filesystem::path& folder) {
    Index index;
    index.folder_ = folder;
    index.manifest_ = read_manifest(folder);
    while (true) {
        try {
            index.open_segments();
            break;
        } catch (const IndexError&) {
            const std::uint64_t seen = index.manifest_.revision;
            index.manifest_ = read_manifest(folder);
            if (index.manifest_.revision == seen) throw;
        }
    }
    index.statistics_ = statistics_of(index.segments_);
    index.languages_ = languages_of(index.segments_);
    static_cast<void>(index.analyzer());  // settings this build cannot honour are an error now, not at the first query
    return index;
}

void Index::open_segments() {
    segments_.clear();
    for (const SegmentEntry& entry : manifest_.segments) {
        segments_.push_back(std::make_unique<const IndexSegment>(segment_path(folder_, entry.name), entry));
    }
}

std::optional<Article> Index::find(std::string_view id) const {
    for (const auto& segment : segments_) {
        if (const auto row = segment->find(id)) return segment->article(*row);
    }
    return std::nullopt;
}

}  // namespace dateline
