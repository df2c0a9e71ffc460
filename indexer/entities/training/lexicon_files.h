#pragma once

#include <filesystem>

#include "indexer/entities/lexicon.h"

namespace dateline::entities {

/// Reads lists of names (`label TAB name`, the name's words parted by blanks) and clusters of words (`word` and four
/// numbers, TAB between them). Empty paths give empty tables. Throws IoError naming file and line.
TableParts<ListSet> read_name_lists(const std::filesystem::path& file);
TableParts<Clusters> read_clusters(const std::filesystem::path& file);

}  // namespace dateline::entities
