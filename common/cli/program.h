#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/cli/exit_code.h"
#include "common/cli/shared_options.h"

namespace CLI {
class App;
}

namespace dateline {

/// One subcommand of a program.
class Command {
public:
    virtual ~Command() = default;
    /// Adds the subcommand and its options to the program's command line. Touches no file.
    virtual CLI::App& set_up(CLI::App& program) = 0;
    /// Does the work. `shared` is filled.
    virtual ExitCode run(const SharedOptions& shared) = 0;
};

/// The whole main of a program: reads the command line, sets up logging and interrupts, runs the command, and turns
/// what is thrown into a message and an exit code, here and nowhere else.
int run_program(const std::string& name, const std::string& description, const std::string& footer,
                const std::vector<std::unique_ptr<Command>>& commands, int argc, const char* const* argv);

/// Runs `work` and turns what it throws into a message on the log and an exit code.
ExitCode guarded(const std::function<ExitCode()>& work);

}  // namespace dateline
