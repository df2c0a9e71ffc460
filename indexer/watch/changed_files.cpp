#include "indexer/watch/changed_files.h"

#include <algorithm>
#include <utility>

namespace dateline {

void ChangedFiles::changed(const std::string& path, Time now, Duration quiet) {
    files_[path] = {now + quiet, changes_++};
}

void ChangedFiles::forget_below(const std::string& folder) {
    std::erase_if(files_, [&](const auto& file) { return file.first.starts_with(folder + "/"); });
}

std::optional<ChangedFiles::Time> ChangedFiles::due(Time now) const {
    if (files_.empty()) return std::nullopt;
    Time first = Time::max();
    Time last = Time::min();
    std::size_t whole = 0;
    for (const auto& [path, file] : files_) {
        first = std::min(first, file.whole);
        if (file.whole > now) continue;
        last = std::max(last, file.whole);
        ++whole;
    }
    if (whole == 0) return first + limits_.delay;
    if (whole >= limits_.most_files) return now;
    return std::min(last + limits_.delay, first + limits_.longest_delay);
}

std::vector<std::string> ChangedFiles::take(Time now) {
    const auto when = due(now);
    if (!when || *when > now) return {};
    std::vector<std::pair<std::uint64_t, std::string>> whole;
    for (const auto& [path, file] : files_) {
        if (file.whole <= now) whole.emplace_back(file.order, path);
    }
    std::ranges::sort(whole);
    if (whole.size() > limits_.most_files) whole.resize(limits_.most_files);
    std::vector<std::string> batch;
    for (auto& [order, path] : whole) {
        files_.erase(path);
        batch.push_back(std::move(path));
    }
    return batch;
}

}  // namespace dateline
