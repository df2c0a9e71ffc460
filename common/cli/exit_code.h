#pragma once

#include <span>
#include <string_view>

namespace dateline {

/// How a program ends. The numbers are part of the interface: scripts test for
/// them, and the manual lists them from `exit_codes()`.
enum class ExitCode : int {
    ok = 0,             ///< indexer: done; searcher: something was found
    nothing_found = 1,  ///< searcher: no article matched
    some_skipped = 1,   ///< indexer --strict: done, but some articles were skipped
    usage = 2,          ///< a wrong command line or a query that cannot be read
    index_missing = 3,  ///< there is no index at the place named
    index_locked = 4,   ///< another process is writing to the index
    index_corrupt = 5,  ///< the index is damaged
    index_version = 6,  ///< the index was written by a build this one cannot honour
    input_output = 7,   ///< reading or writing failed: no permission, disk full
    timed_out = 8,      ///< searcher: no answer within --timeout
    interrupted = 130,  ///< ended by Ctrl-C or SIGTERM, as a shell reports it
};

struct ExitCodeRow {
    ExitCode code;
    std::string_view meaning;
};

/// The one table of exit codes, one row a number, in ascending order.
std::span<const ExitCodeRow> exit_codes();

constexpr int to_int(ExitCode code) { return static_cast<int>(code); }

}  // namespace dateline
