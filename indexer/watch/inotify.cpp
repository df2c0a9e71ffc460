#include "indexer/watch/inotify.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "common/error.h"

namespace dateline {
namespace {

constexpr std::uint32_t watched_events = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_FROM |
                                         IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
/// Whoever asks gets to act at last, however fast new events come.
constexpr std::size_t most_events = 65'536;

std::string error_text(int error) { return std::generic_category().message(error); }

}  // namespace

Inotify::Inotify() : fd_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (fd_ >= 0) return;
    const int error = errno;
    if (error == EMFILE) {
        throw IoError(
            "cannot watch folders: this user's inotify instances are used up; end other programs that watch folders, "
            "or raise the limit: sysctl fs.inotify.max_user_instances=1024");
    }
    throw IoError("cannot watch folders: " + error_text(error));
}

Inotify::~Inotify() { ::close(fd_); }

std::optional<int> Inotify::add(const std::string& folder) {
    const int watch = ::inotify_add_watch(fd_, folder.c_str(), watched_events);
    if (watch >= 0) return watch;
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP) return std::nullopt;
    if (error == ENOSPC) {
        throw IoError("cannot watch " + folder +
                      ": this user's inotify watches are used up, and each folder needs one; raise the limit (sysctl "
                      "fs.inotify.max_user_watches=1048576), or watch fewer folders and give the others to `indexer "
                      "add` from time to time");
    }
    throw IoError("cannot watch " + folder + ": " + error_text(error));
}

void Inotify::remove(int watch) { ::inotify_rm_watch(fd_, watch); }

std::vector<FolderEvent> Inotify::wait(std::chrono::milliseconds longest) {
    std::vector<FolderEvent> events;
    pollfd ready{fd_, POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(longest.count())) <= 0) return events;
    while (events.size() < most_events && read_into(events)) {
    }
    return events;
}

/// False where there are none.
bool Inotify::read_into(std::vector<FolderEvent>& events) {
    alignas(inotify_event) std::array<char, std::size_t{64} << 10> buffer;
    const ssize_t bytes = ::read(fd_, buffer.data(), buffer.size());
    if (bytes < 0 && errno != EAGAIN && errno != EINTR) {
        throw IoError("watching folders failed: " + error_text(errno));
    }
    for (const char* next = buffer.data(); next < buffer.data() + std::max<ssize_t>(bytes, 0);) {
        inotify_event event{};
        std::memcpy(&event, next, sizeof event);
        next += sizeof event;
        // The name is padded with zeros.
        events.push_back({event.wd, event.mask, std::string(next, ::strnlen(next, event.len))});
        next += event.len;
    }
    return bytes > 0;
}

}  // namespace dateline
