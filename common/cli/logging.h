#pragma once

#include <string>

#include "common/cli/terminal.h"

namespace dateline {

/// How much a program says on standard error; each says more than the one before.
enum class Verbosity {
    silent,   ///< errors only
    quiet,    ///< and warnings
    normal,   ///< and what was done
    verbose,  ///< and each step
    debug,    ///< and what only its developers want
};

/// Sends spdlog's messages to standard error, for people: what was done stands
/// as it is; what went wrong is prefixed, as in "indexer: warning: ...". Call
/// once at the start of main, before other threads; from then on spdlog::info,
/// spdlog::warn and so on may be called from any thread, and never land in the
/// middle of a progress line.
void set_up_logging(std::string program, Verbosity verbosity, const Terminal& terminal);

}  // namespace dateline
