#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/text/analyzer.h"

/// The manifest: the one file that says what an index consists of. A commit writes a new one beside it and renames it
/// into place, so a reader and a crash see either the old index or the new one, whole. Everything it names is complete,
/// on disk and never changed afterwards.
namespace dateline {

/// Raised whenever anything on disk changes its meaning. docs/index-format.md tells the versions.
inline constexpr std::uint32_t index_format_version = 3;

/// What found the names and times in articles; empty for nothing.
struct TaggedBy {
    std::string entities;  ///< a model of names and the rules of normal forms
    std::string times;     ///< the rules of times

    auto operator<=>(const TaggedBy&) const = default;
};

struct SegmentEntry {
    std::string name;            ///< its folder below `segments/`
    std::uint32_t articles = 0;  ///< with the deleted ones
    std::uint32_t deleted = 0;
    std::string deletions;            ///< file in its folder that lists the deleted rows; empty while there are none
    std::vector<TaggedBy> tagged_by;  ///< sorted; several where segments were merged

    bool operator==(const SegmentEntry&) const = default;
};

struct Manifest {
    std::uint64_t revision = 0;      ///< counts commits
    std::uint64_t next_segment = 1;  ///< number of the next segment's folder
    AnalyzerSettings analyzer;
    std::vector<SegmentEntry> segments;

    std::uint64_t articles() const;
};

/// Paths inside an index folder.
std::filesystem::path manifest_path(const std::filesystem::path& index);
std::filesystem::path lock_path(const std::filesystem::path& index);
std::filesystem::path segments_path(const std::filesystem::path& index);
std::filesystem::path segment_path(const std::filesystem::path& index, const std::string& name);

bool index_exists(const std::filesystem::path& index);

/// Throws IndexError: missing, wrong_version, or corrupt.
Manifest read_manifest(const std::filesystem::path& index);
/// Publishes: afterwards readers that open the index see this. Throws IoError, and then the old one stands.
void write_manifest(const std::filesystem::path& index, const Manifest& manifest);

}  // namespace dateline
