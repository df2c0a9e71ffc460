#pragma once

#include <sys/inotify.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline {

/// One thing that happened in a watched folder.
struct FolderEvent {
    int watch = 0;           ///< what Inotify::add gave for the folder
    std::uint32_t mask = 0;  ///< IN_CREATE and its kin, of <sys/inotify.h>
    std::string name;        ///< of the entry; empty where it happened to the folder itself
};

/// The kernel's inotify: tells what happens to the entries of folders, not of those below them. Where more happens than
/// its queue holds (fs.inotify.max_queued_events) it drops events and says so with IN_Q_OVERFLOW.
class Inotify {
public:
    /// Throws IoError where the user has too many of them, with the way out.
    Inotify();
    Inotify(const Inotify&) = delete;
    Inotify& operator=(const Inotify&) = delete;
    ~Inotify();

    /// Watches a folder; links are followed, and one folder has one number however often it is added. Nothing where the
    /// folder is gone or may not be read. Throws IoError where the user's watches are used up, with the way out.
    std::optional<int> add(const std::string& folder);
    void remove(int watch);

    /// All events there are; waits for the first of them up to `longest`. A signal ends the wait.
    std::vector<FolderEvent> wait(std::chrono::milliseconds longest);

private:
    bool read_into(std::vector<FolderEvent>& events);

    int fd_;
};

}  // namespace dateline
