#include "searcher/live_searcher.h"

#include <utility>

#include "common/index/manifest.h"
#include "searcher/watched_file.h"

namespace dateline {

LiveSearcher::LiveSearcher(std::filesystem::path index, std::size_t list_memory_bytes)
    : index_(std::move(index)), list_memory_bytes_(list_memory_bytes) {
    now();
}

/// Looks before it opens: what is published in between is opened once more at the next call, never missed.
Searcher& LiveSearcher::now() {
    std::string seen = file_version(manifest_path(index_));
    if (!searcher_ || seen != opened_) {
        searcher_ = std::make_unique<Searcher>(Index::open(index_), list_memory_bytes_);
        opened_ = std::move(seen);
    }
    return *searcher_;
}

}  // namespace dateline
