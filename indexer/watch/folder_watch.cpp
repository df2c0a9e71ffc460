#include "indexer/watch/folder_watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "common/error.h"
#include "indexer/readers/file_names.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

void expect_folder(const std::string& name) {
    std::error_code error;
    const fs::file_status status = fs::status(name, error);
    if (fs::is_directory(status)) return;
    if (fs::exists(status)) throw UsageError(name + " is no folder; `indexer add` reads single files");
    throw IoError(name + ": " + (error ? error.message() : "no such folder"));
}

/// How long ago a file was written to; nothing where it cannot be looked at.
std::optional<milliseconds> age_of(const std::string& path) {
    std::error_code error;
    const auto written = fs::last_write_time(path, error);
    if (error) return std::nullopt;
    return std::chrono::duration_cast<milliseconds>(fs::file_time_type::clock::now() - written);
}

/// True for a new name of what was there before: nobody will close it.
bool is_link(const std::string& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 && (S_ISLNK(status.st_mode) || status.st_nlink > 1);
}

/// Adds the file as it is now to the list; nothing where it is gone, or is no file.
void add_file(const std::string& path, InputList& list) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status) && status.type() != fs::file_type::not_found) {
        list.skipped.push_back({path, "", "", "unreadable", error.message()});
    }
    if (!fs::is_regular_file(status)) return;
    const std::uintmax_t size = fs::file_size(path, error);
    list.files.push_back({path, Origin::folder, error ? 0 : size});
    list.total_bytes += list.files.back().size_bytes;
}

}  // namespace

FolderWatch::FolderWatch(std::vector<std::string> folders, const WatchOptions& options)
    : named_(std::move(folders)),
      options_(options),
      changed_({options.delay, options.longest_delay, options.most_files}) {
    for (const std::string& folder : named_) expect_folder(folder);
    start();
}

std::optional<InputList> FolderWatch::next(const std::function<bool()>& stopped) {
    using Clock = std::chrono::steady_clock;
    while (!stopped()) {
        const auto events = inotify_->wait(time_to_wait(Clock::now()));
        for (const FolderEvent& event : events) take_event(event, Clock::now());
        if (begin_anew_) start();
        if (auto batch = next_batch(Clock::now())) return batch;
    }
    return std::nullopt;
}

/// Begins anew: no watch and no event is left of before.
void FolderWatch::start() {
    begin_anew_ = false;
    inotify_.reset();
    inotify_ = std::make_unique<Inotify>();
    folder_of_.clear();
    watch_of_.clear();
    found_ = {};
    given_ = 0;
    look_through(named_);
}

void FolderWatch::look_through(const std::vector<std::string>& folders) {
    InputList list = list_inputs(folders, [this](const std::string& folder) { watch(folder); });
    const Time now = std::chrono::steady_clock::now();
    for (InputFile& file : list.files) {
        const auto age = age_of(file.path);
        // A file from the future, by a wrong clock, is as whole as it will ever look.
        if (age && *age >= milliseconds(0) && *age < options_.found_quiet) {
            changed_.changed(file.path, now, options_.found_quiet - *age);
        } else {
            found_.files.push_back(std::move(file));
        }
    }
    std::ranges::move(list.skipped, std::back_inserter(found_.skipped));
}

void FolderWatch::watch(const std::string& folder) {
    const auto watch = inotify_->add(folder);
    if (!watch && is_named(folder)) throw IoError("cannot watch " + folder + ": it is gone, or may not be read");
    // A folder that is reached on two ways keeps the name it was first found by.
    if (watch && folder_of_.emplace(*watch, folder).second) watch_of_[folder] = *watch;
}

bool FolderWatch::is_named(const std::string& folder) const {
    return std::ranges::find(named_, folder) != named_.end();
}

void FolderWatch::take_event(const FolderEvent& event, Time now) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
        ++overflows_;
        begin_anew_ = true;
    }
    const auto found = folder_of_.find(event.watch);
    if (found == folder_of_.end()) return;
    const std::string folder = found->second;
    if (event.name.empty()) return happened_to_folder(folder, event.mask);
    if (is_hidden_name(event.name)) return;
    const std::string path = (fs::path(folder) / event.name).string();
    const bool is_folder = (event.mask & IN_ISDIR) != 0;
    if ((event.mask & (IN_DELETE | IN_MOVED_FROM)) != 0) disappeared(path, is_folder);
    if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) appeared(path, now);
    if (is_folder) return;
    if ((event.mask & IN_MODIFY) != 0) changed_.changed(path, now, options_.open_quiet);
    if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) changed_.changed(path, now, milliseconds(0));
    // It may be readable now; and a `touch` asks for another look.
    if ((event.mask & IN_ATTRIB) != 0 && !changed_.contains(path)) changed_.changed(path, now, milliseconds(0));
}

void FolderWatch::happened_to_folder(const std::string& folder, std::uint32_t mask) {
    if (is_named(folder) && (mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0) {
        throw IoError("the watched folder " + folder +
                      " was removed or moved; start again when it is back, and what has come meanwhile is taken");
    }
    if ((mask & IN_IGNORED) != 0) disappeared(folder, true);
}

void FolderWatch::appeared(const std::string& path, Time now) {
    std::error_code error;
    if (!fs::is_directory(path, error))
        return changed_.changed(path, now, is_link(path) ? milliseconds(0) : options_.open_quiet);
    try {
        look_through({path});
    } catch (const IoError&) {
        if (fs::exists(path, error)) throw;
    }
}

void FolderWatch::disappeared(const std::string& path, bool is_folder) {
    changed_.forget(path);
    auto watched = watch_of_.find(path);
    if (watched == watch_of_.end()) return;
    changed_.forget_below(path);
    // Names such as `a-b` stand between `a` and what is below it.
    while (watched != watch_of_.end() && watched->first.starts_with(path)) {
        if (watched->first.size() > path.size() && watched->first[path.size()] != '/') {
            ++watched;
            continue;
        }
        inotify_->remove(watched->second);
        folder_of_.erase(watched->second);
        watched = watch_of_.erase(watched);
    }
    // What a link led to may still be reached another way.
    if (!is_folder) begin_anew_ = true;
}

milliseconds FolderWatch::time_to_wait(Time now) const {
    if (!caught_up()) return milliseconds(0);
    const auto due = changed_.due(now);
    if (!due) return options_.ask_every;
    return std::clamp(std::chrono::ceil<milliseconds>(*due - now), milliseconds(0), options_.ask_every);
}

/// What has just changed comes before what was there all along.
std::optional<InputList> FolderWatch::next_batch(Time now) {
    InputList batch;
    for (const std::string& path : changed_.take(now)) add_file(path, batch);
    if (!batch.files.empty() || !batch.skipped.empty()) return batch;
    if (caught_up()) return std::nullopt;
    batch.skipped = std::exchange(found_.skipped, {});
    const std::size_t end = std::min(found_.files.size(), given_ + options_.most_files);
    for (; given_ < end; ++given_) {
        batch.total_bytes += found_.files[given_].size_bytes;
        batch.files.push_back(std::move(found_.files[given_]));
    }
    if (given_ == found_.files.size()) {
        found_.files = {};
        given_ = 0;
    }
    return batch;
}

}  // namespace dateline
