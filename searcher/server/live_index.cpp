#include "searcher/server/live_index.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>

#include <chrono>
#include <exception>
#include <utility>

namespace dateline {
namespace {

constexpr std::chrono::milliseconds between_looks{100};

/// Differs once the file has changed; empty where there is none.
std::string looks_of(const std::filesystem::path& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) != 0) return {};
    return fmt::format("{} {} {}.{}", found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec);
}

std::uint64_t bytes_of(const std::filesystem::path& folder, const Manifest& manifest) {
    std::uint64_t bytes = 0;
    for (const SegmentEntry& segment : manifest.segments) {
        // A writer may be removing it: then its size is none.
        std::error_code gone;
        for (std::filesystem::directory_iterator file(segment_path(folder, segment.name), gone), end;
             !gone && file != end; file.increment(gone)) {
            if (file->is_regular_file(gone)) bytes += file->file_size(gone);
        }
    }
    return bytes;
}

}  // namespace

LiveIndex::LiveIndex(std::filesystem::path folder, std::filesystem::path synonyms_file, ReadSynonyms read_synonyms)
    : folder_(std::move(folder)), synonyms_file_(std::move(synonyms_file)), read_synonyms_(std::move(read_synonyms)) {
    look_at_index();
    seen_synonyms_ = looks_of(synonyms_file_);
    synonyms_ = read_synonyms_();
    watcher_ = std::thread([this] { watch(); });
}

LiveIndex::~LiveIndex() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    stop_.notify_all();
    watcher_.join();
}

std::shared_ptr<const query::Synonyms> LiveIndex::synonyms() const {
    const std::lock_guard lock(mutex_);
    return synonyms_;
}

bool LiveIndex::look_at_index() {
    std::string looks = looks_of(manifest_path(folder_));
    if (looks == seen_manifest_ && revision_ != 0) return false;
    seen_manifest_ = std::move(looks);
    const Manifest manifest = read_manifest(folder_);
    if (manifest.revision == revision_) return false;
    articles_ = manifest.articles();
    size_bytes_ = bytes_of(folder_, manifest);
    revision_ = manifest.revision;
    return true;
}

bool LiveIndex::look_at_synonyms() {
    std::string looks = looks_of(synonyms_file_);
    if (looks == seen_synonyms_) return false;
    seen_synonyms_ = std::move(looks);
    auto synonyms = read_synonyms_();
    const std::lock_guard lock(mutex_);
    synonyms_ = std::move(synonyms);
    return true;
}

void LiveIndex::watch() {
    const auto guarded = [this](bool (LiveIndex::*look)()) {
        try {
            return (this->*look)();
        } catch (const std::exception& error) {
            spdlog::warn("{}; answers go on from what was there before", error.what());
            return false;
        }
    };
    const auto wants_to_stop = [this] {
        std::unique_lock lock(mutex_);
        return stop_.wait_for(lock, between_looks, [this] { return stopped_; });
    };
    while (!wants_to_stop()) {
        const bool index_changed = guarded(&LiveIndex::look_at_index);
        const bool synonyms_changed = guarded(&LiveIndex::look_at_synonyms);
        if (index_changed || synonyms_changed) ++generation_;
    }
}

}  // namespace dateline
