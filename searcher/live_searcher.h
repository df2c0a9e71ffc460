#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "searcher/search.h"

namespace dateline {

/// A searcher that follows an index: what has been published is seen at the next question. One thread at a time.
class LiveSearcher {
public:
    /// Opens the index. Throws IndexError. `list_memory_bytes` as in Searcher.
    explicit LiveSearcher(std::filesystem::path index, std::size_t list_memory_bytes = std::size_t{128} << 20);

    /// On the index as it is now; holds until the next call. Throws IndexError where there is none any more.
    Searcher& now();

private:
    std::filesystem::path index_;
    std::size_t list_memory_bytes_;
    std::string opened_;  ///< the version of the manifest: each publication renames a new one into its place
    std::unique_ptr<Searcher> searcher_;
};

}  // namespace dateline
