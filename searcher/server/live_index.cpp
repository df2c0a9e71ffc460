#include "searcher/server/live_index.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <exception>
#include <utility>

namespace dateline {
namespace {

constexpr std::chrono::milliseconds between_looks{100};

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

LiveIndex::LiveIndex(std::filesystem::path folder, EditedFile<query::Synonyms> synonyms, EditedFile<Aliases> aliases)
    : folder_(std::move(folder)), synonyms_(std::move(synonyms)), aliases_(std::move(aliases)) {
    look_at_index();
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

bool LiveIndex::look_at_index() {
    std::string version = file_version(manifest_path(folder_));
    if (version == seen_manifest_ && revision_ != 0) return false;
    seen_manifest_ = std::move(version);
    const Manifest manifest = read_manifest(folder_);
    if (manifest.revision == revision_) return false;
    articles_ = manifest.articles();
    size_bytes_ = bytes_of(folder_, manifest);
    revision_ = manifest.revision;
    return true;
}

void LiveIndex::watch() {
    const auto guarded = [](const auto& look) {
        try {
            return look();
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
        const bool index_changed = guarded([this] { return look_at_index(); });
        const bool synonyms_changed = guarded([this] { return synonyms_.look(); });
        const bool aliases_changed = guarded([this] { return aliases_.look(); });
        if (index_changed || synonyms_changed || aliases_changed) ++generation_;
    }
}

}  // namespace dateline
