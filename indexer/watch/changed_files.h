#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline {

/// Files that have changed and wait to be read: until nobody writes to them any more, and until a batch is worth it.
/// Knows no clock and no file; the caller tells both.
class ChangedFiles {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Duration = std::chrono::milliseconds;

    struct Limits {
        Duration delay;          ///< a batch is due this long after a file became whole, unless another one has since
        Duration longest_delay;  ///< ... and this long after the first one did, whatever comes since
        std::size_t most_files;  ///< ... and as soon as so many are whole; no batch is larger
    };

    explicit ChangedFiles(const Limits& limits) : limits_(limits) {}

    /// The file changed and counts as whole when it has not changed again for `quiet`; with 0 it is whole now.
    void changed(const std::string& path, Time now, Duration quiet);
    /// The file is not there any more.
    void forget(const std::string& path) { files_.erase(path); }
    /// Nor is the folder with all that was in it.
    void forget_below(const std::string& folder);

    bool contains(const std::string& path) const { return files_.contains(path); }

    /// When the next batch is due as far as is known now; nothing where no file waits.
    std::optional<Time> due(Time now) const;
    /// The batch that is due, in the order of the files' last changes; empty where none is.
    std::vector<std::string> take(Time now);

private:
    struct File {
        Time whole;               ///< from when on it may be read
        std::uint64_t order = 0;  ///< of its last change among all
    };

    Limits limits_;
    std::unordered_map<std::string, File> files_;
    std::uint64_t changes_ = 0;
};

}  // namespace dateline
