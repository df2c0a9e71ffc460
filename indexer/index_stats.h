#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/index/index.h"

namespace dateline {

/// What `indexer stats` says of an index.
struct IndexStats {
    std::string folder;
    std::uint64_t revision = 0;
    std::uint64_t articles = 0;
    std::uint64_t deleted = 0;
    std::uint64_t segments = 0;
    std::uint64_t undated = 0;
    std::uint64_t without_body = 0;
    std::uint64_t word_forms = 0;  ///< summed over segments
    std::uint64_t tokens = 0;      ///< deleted articles left out
    std::optional<Date> first;
    std::optional<Date> last;
    std::map<std::string, std::uint64_t> languages;  ///< "" for unknown
    /// Articles by what found their names and times; a segment that was merged of several counts for their list.
    std::map<std::vector<TaggedBy>, std::uint64_t> tagged_by;
    std::map<std::string, std::uint64_t> bytes;  ///< on disk, by kind of file
};

IndexStats index_stats(const Index& index);
std::string stats_as_text(const IndexStats& stats);
std::string stats_as_json(const IndexStats& stats);

}  // namespace dateline
