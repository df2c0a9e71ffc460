#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>

#include "indexer/writer/index_writer.h"

namespace CLI {
class App;
}

namespace dateline {

/// --jobs, --memory and --commit-every, as the commands that add articles take them.
struct WritingOptions {
    unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
    std::size_t memory_mb = 1024;
    std::size_t commit_every = 0;  ///< 0: as memory bids

    void set_up(CLI::App& command);
    /// --jobs and --memory alone.
    void set_up_resources(CLI::App& command);
    WriterOptions writer() const;
};

}  // namespace dateline
