#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/segment.h"
#include "common/text/analyzer.h"

/// An index opened for reading: a snapshot that does not change while it is held, whatever a writer does meanwhile.
namespace dateline {

/// Sums over the whole index, deleted articles included (they leave when segments are merged), for ranking.
struct CollectionStatistics {
    std::uint64_t articles = 0;
    std::array<double, text_field_count> average_length{};
};

class Index {
public:
    /// Throws IndexError. Safe beside a writer: where the writer removed a segment between the reading of the manifest
    /// and the opening, the new manifest is read.
    static Index open(const std::filesystem::path& folder);

    const std::filesystem::path& folder() const { return folder_; }
    const Manifest& manifest() const { return manifest_; }
    std::uint64_t articles() const { return manifest_.articles(); }
    const CollectionStatistics& statistics() const { return statistics_; }

    /// The parts, to be visited in this order; how many there are means nothing.
    const std::vector<std::unique_ptr<const IndexSegment>>& segments() const { return segments_; }

    /// An analyzer with this index's settings: the only way to get one for it.
    Analyzer analyzer() const { return Analyzer(manifest_.analyzer); }
    /// Languages that articles of this index have, sorted.
    const std::vector<std::string>& languages() const { return languages_; }

    std::optional<Article> find(std::string_view id) const;

private:
    Index() = default;
    void open_segments();

    std::filesystem::path folder_;
    Manifest manifest_;
    std::vector<std::unique_ptr<const IndexSegment>> segments_;
    CollectionStatistics statistics_;
    std::vector<std::string> languages_;
};

}  // namespace dateline
