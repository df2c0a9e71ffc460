#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/readers/input.h"
#include "indexer/watch/changed_files.h"
#include "indexer/watch/inotify.h"

namespace dateline {

struct WatchOptions {
    std::chrono::milliseconds delay{1000};            ///< a batch comes so long after the last change
    std::chrono::milliseconds longest_delay{10'000};  ///< ... or so long after the first
    std::size_t most_files = 5000;                    ///< ... or with so many files; no batch is larger; at least 1
    /// A file that is written to and not closed counts as whole when nothing was written for so long.
    std::chrono::milliseconds open_quiet{10'000};
    /// The same for a file that was found while looking through a folder: nobody saw whether it was closed.
    std::chrono::milliseconds found_quiet{2000};
    std::chrono::milliseconds ask_every{500};  ///< FolderWatch::next asks so often whether to stop
};

/// Watches folders with all below them and gives batches of files to read: at first all there are, then those that
/// come, change, or are moved there. A file comes when it has been closed, so that none is read half; a folder that
/// appears is looked through and watched too. What is removed is not told. Which files count is as in list_inputs().
///
/// Where changes came faster than they were taken and the kernel dropped some, everything is looked through again.
/// No change is lost: a folder is watched before it is looked through, and a file may come twice.
class FolderWatch {
public:
    /// Looks through the folders. Throws UsageError where one is none, IoError where it is missing or cannot be
    /// watched.
    FolderWatch(std::vector<std::string> folders, const WatchOptions& options);

    /// Waits for the next batch; nothing once `stopped` says so. A batch has what could not be looked at in `skipped`.
    /// Throws IoError where a folder that was named has been removed or moved.
    std::optional<InputList> next(const std::function<bool()>& stopped);

    /// True when all that was there at the beginning has been given, but for files still being written then.
    bool caught_up() const { return given_ == found_.files.size() && found_.skipped.empty(); }
    /// Folders under watch, those below the named ones too.
    std::size_t folders() const { return watch_of_.size(); }
    /// How often everything had to be looked through again.
    std::size_t overflows() const { return overflows_; }

private:
    using Time = ChangedFiles::Time;

    void start();
    void look_through(const std::vector<std::string>& folders);
    void watch(const std::string& folder);
    bool is_named(const std::string& folder) const;
    void take_event(const FolderEvent& event, Time now);
    void happened_to_folder(const std::string& folder, std::uint32_t mask);
    void appeared(const std::string& path, Time now);
    void disappeared(const std::string& path, bool is_folder);
    std::chrono::milliseconds time_to_wait(Time now) const;
    std::optional<InputList> next_batch(Time now);

    std::vector<std::string> named_;
    WatchOptions options_;
    std::unique_ptr<Inotify> inotify_;
    std::unordered_map<int, std::string> folder_of_;  ///< by watch
    std::map<std::string, int> watch_of_;             ///< by folder
    InputList found_;                                 ///< by looking through folders
    std::size_t given_ = 0;                           ///< of found_.files
    ChangedFiles changed_;
    bool begin_anew_ = false;
    std::size_t overflows_ = 0;
};

}  // namespace dateline
