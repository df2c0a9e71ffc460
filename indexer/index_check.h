#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace dateline {

/// What `indexer check` finds wrong with an index: one sentence each, empty when it is sound. Reads everything: the
/// checksum of each file, Xapian's own check, and whether each article's id, words, lengths, date and stored text agree
/// with each other and with Xapian's lists. `progress` hears the name of each segment.
std::vector<std::string> check_index(const std::filesystem::path& folder,
                                     const std::function<void(const std::string&)>& progress);

}  // namespace dateline
