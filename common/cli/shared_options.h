#pragma once

#include <optional>

#include "common/cli/exit_code.h"
#include "common/cli/logging.h"
#include "common/cli/terminal.h"

namespace CLI {
class App;
}

namespace dateline {

/// What both programs take. Filled while the command line is parsed.
struct SharedOptions {
    int verbose = 0;  ///< how often -v was given
    int quiet = 0;    ///< how often -q was given
    ColorChoice color = ColorChoice::automatic;

    Verbosity verbosity() const;
};

/// Adds -v/--verbose, -q/--quiet, --color, --version and the hidden
/// --generate man|bash|zsh|fish, which prints the manual or a completion script
/// of the whole of `app` and ends the parse with CLI::Success. `options` must
/// outlive the parse. Subcommands see these too, wherever they stand
/// (`app.fallthrough()`).
void add_shared_options(CLI::App& app, SharedOptions& options);

/// Parses the command line. Nothing comes back when the program should go on;
/// otherwise what was asked for (--help, --version) or what is wrong has been
/// printed, and this is the exit code to end with: ok or usage.
std::optional<ExitCode> parse_command_line(CLI::App& app, int argc, const char* const* argv);

}  // namespace dateline
