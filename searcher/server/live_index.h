#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "common/index/manifest.h"
#include "searcher/query/synonyms.h"

namespace dateline {

/// Watches an index that others may write to: what it consists of now, and the synonyms that count now. It looks for
/// changes ten times a second; what it finds broken is told on the log, and what was known before stands.
class LiveIndex {
public:
    using ReadSynonyms = std::function<std::shared_ptr<const query::Synonyms>()>;

    /// Throws what reading the manifest and the synonyms throws. `synonyms_file` is looked at for changes; it need not
    /// be there.
    LiveIndex(std::filesystem::path folder, std::filesystem::path synonyms_file, ReadSynonyms read_synonyms);
    ~LiveIndex();
    LiveIndex(const LiveIndex&) = delete;
    LiveIndex& operator=(const LiveIndex&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    /// Another number once anything has changed. Any thread.
    std::uint64_t generation() const { return generation_; }
    /// Of the index, as of the generation.
    std::uint64_t revision() const { return revision_; }
    std::shared_ptr<const query::Synonyms> synonyms() const;
    /// Bytes on disk of all that the manifest names.
    std::uint64_t size_bytes() const { return size_bytes_; }
    std::uint64_t articles() const { return articles_; }

private:
    void watch();
    bool look_at_index();
    bool look_at_synonyms();

    std::filesystem::path folder_;
    std::filesystem::path synonyms_file_;
    ReadSynonyms read_synonyms_;
    std::string seen_manifest_;  ///< what its file looked like
    std::string seen_synonyms_;
    std::atomic<std::uint64_t> generation_{1};
    std::atomic<std::uint64_t> revision_{0};
    std::atomic<std::uint64_t> size_bytes_{0};
    std::atomic<std::uint64_t> articles_{0};
    mutable std::mutex mutex_;
    std::condition_variable stop_;
    bool stopped_ = false;
    std::shared_ptr<const query::Synonyms> synonyms_;
    std::thread watcher_;
};

}  // namespace dateline
