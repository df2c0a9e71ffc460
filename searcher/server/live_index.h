#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "common/index/manifest.h"
#include "searcher/naming/aliases.h"
#include "searcher/query/synonyms.h"
#include "searcher/watched_file.h"

namespace dateline {

/// Watches an index that others may write to: what it consists of now, and the synonyms and aliases that count
/// now. It looks for changes ten times a second; what it finds broken is told on the log, and what was known before
/// stands.
class LiveIndex {
public:
    /// Throws what reading the manifest and the files throws.
    LiveIndex(std::filesystem::path folder, EditedFile<query::Synonyms> synonyms, EditedFile<Aliases> aliases);
    ~LiveIndex();
    LiveIndex(const LiveIndex&) = delete;
    LiveIndex& operator=(const LiveIndex&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    /// Another number once anything has changed. Any thread.
    std::uint64_t generation() const { return generation_; }
    /// Of the index, as of the generation.
    std::uint64_t revision() const { return revision_; }
    /// Null where there are none. Any thread.
    std::shared_ptr<const query::Synonyms> synonyms() const { return synonyms_.value(); }
    std::shared_ptr<const Aliases> aliases() const { return aliases_.value(); }
    /// Bytes on disk of all that the manifest names.
    std::uint64_t size_bytes() const { return size_bytes_; }
    std::uint64_t articles() const { return articles_; }

private:
    void watch();
    bool look_at_index();

    std::filesystem::path folder_;
    std::string seen_manifest_;  ///< the version of its file
    WatchedFile<query::Synonyms> synonyms_;
    WatchedFile<Aliases> aliases_;
    std::atomic<std::uint64_t> generation_{1};
    std::atomic<std::uint64_t> revision_{0};
    std::atomic<std::uint64_t> size_bytes_{0};
    std::atomic<std::uint64_t> articles_{0};
    std::mutex mutex_;
    std::condition_variable stop_;
    bool stopped_ = false;
    std::thread watcher_;
};

}  // namespace dateline
