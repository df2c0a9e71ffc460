#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "indexer/confinement/child_process.h"

/// One piece of work in a child of its own.
namespace dateline {

struct Limits {
    std::size_t memory_bytes;  ///< more than this process has already
    unsigned cpu_seconds;
    std::size_t output_bytes;
};

struct Confined {
    ConfinedEnd end = ConfinedEnd::failed;
    std::string output;  ///< all of it where `end` is `done`
};

/// Runs `work` in a child (child_process.h says what it may do there) and returns what it gives. Throws IoError where
/// there can be no child.
Confined run_confined(const std::function<std::string()>& work, const Limits& limits);

}  // namespace dateline
