#pragma once

#include <cstddef>
#include <functional>
#include <string>

/// Work on untrusted input in a process of its own, so that neither a crash nor a hang of it is one of ours.
namespace dateline {

struct Limits {
    std::size_t memory_bytes;  ///< more than this process has already
    unsigned cpu_seconds;
    std::size_t output_bytes;
};

enum class ConfinedEnd : unsigned char { done, failed, out_of_time, out_of_memory, too_much_output };

struct Confined {
    ConfinedEnd end = ConfinedEnd::failed;
    std::string output;  ///< all of it where `end` is `done`
};

/// Runs `work` in a child and returns what it gives. The child is a copy of this process with the calling thread alone:
/// `work` may call only what takes no lock that other threads hold, besides the allocator's. Throws IoError where there
/// can be no child.
Confined run_confined(const std::function<std::string()>& work, const Limits& limits);

}  // namespace dateline
