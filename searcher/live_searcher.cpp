#include "searcher/live_searcher.h"

#include <sys/stat.h>

#include <utility>

#include "common/index/manifest.h"

namespace dateline {

LiveSearcher::LiveSearcher(std::filesystem::path index, std::size_t list_memory_bytes)
    : index_(std::move(index)), list_memory_bytes_(list_memory_bytes) {
    now();
}

/// Looks before it opens: what is published in between is opened once more at the next call, never missed.
Searcher& LiveSearcher::now() {
    const ManifestFile seen = look();
    if (!searcher_ || seen != opened_) {
        searcher_ = std::make_unique<Searcher>(Index::open(index_), list_memory_bytes_);
        opened_ = seen;
    }
    return *searcher_;
}

LiveSearcher::ManifestFile LiveSearcher::look() const {
    struct stat found {};
    if (stat(manifest_path(index_).c_str(), &found) != 0) return {};  // opening tells what is wrong
    return {found.st_ino, std::int64_t{found.st_mtim.tv_sec} * 1'000'000'000 + found.st_mtim.tv_nsec};
}

}  // namespace dateline
