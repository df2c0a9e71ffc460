#include "common/cli/program.h"

#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <new>
#include <system_error>

#include "common/cli/interrupt.h"
#include "common/cli/logging.h"
#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "common/error.h"

namespace dateline {
namespace {

ExitCode exit_code_of(IndexError::Kind kind) {
    switch (kind) {
    case IndexError::Kind::missing: return ExitCode::index_missing;
    case IndexError::Kind::locked: return ExitCode::index_locked;
    case IndexError::Kind::corrupt: return ExitCode::index_corrupt;
    case IndexError::Kind::wrong_version:
    case IndexError::Kind::wrong_settings: return ExitCode::index_version;
    }
    return ExitCode::input_output;
}

}  // namespace

ExitCode guarded(const std::function<ExitCode()>& work) {
    try {
        return work();
    } catch (const IndexError& error) {
        spdlog::error("{}", error.what());
        return exit_code_of(error.kind());
    } catch (const UsageError& error) {
        spdlog::error("{}", error.what());
        return ExitCode::usage;
    } catch (const TimeoutError& error) {
        spdlog::error("{}", error.what());
        return ExitCode::timed_out;
    } catch (const std::bad_alloc&) {
        spdlog::error("out of memory; try a smaller --memory, or fewer --jobs");
        return ExitCode::input_output;
    } catch (const std::exception& error) {
        spdlog::error("{}", error.what());
        return ExitCode::input_output;
    }
}

int run_program(const std::string& name, const std::string& description, const std::string& footer,
                const std::vector<std::unique_ptr<Command>>& commands, int argc, const char* const* argv) {
    CLI::App app{description, name};
    app.footer(footer);
    SharedOptions shared;
    add_shared_options(app, shared);
    std::vector<CLI::App*> subcommands;
    for (const auto& command : commands) subcommands.push_back(&command->set_up(app));
    app.fallthrough();
    if (const auto end = parse_command_line(app, argc, argv)) return to_int(*end);

    set_up_logging(name, shared.verbosity(), look_at(Stream::error, shared.color));
    ignore_broken_pipes();
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (!subcommands[i]->parsed()) continue;
        return to_int(guarded([&] {
            const ExitCode code = commands[i]->run(shared);
            finish_standard_output();
            return code;
        }));
    }
    spdlog::error("say what to do: {0} COMMAND; `{0} --help` lists the commands", name);
    return to_int(ExitCode::usage);
}

}  // namespace dateline
