#include "common/cli/shared_options.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "common/cli/command_tree.h"
#include "common/cli/completions.h"
#include "common/cli/man_page.h"
#include "common/cli/standard_output.h"
#include "common/cli/version.h"

namespace dateline {
namespace {

std::string generate(const CommandText& program, const std::string& kind) {
    if (kind == "man") {
        return man_page(program, version());
    }
    if (kind == "bash") {
        return bash_completion(program);
    }
    if (kind == "zsh") {
        return zsh_completion(program);
    }
    return fish_completion(program);
}

}  // namespace

Verbosity SharedOptions::verbosity() const {
    switch (verbose - quiet) {
    case 0: return Verbosity::normal;
    case 1: return Verbosity::verbose;
    case -1: return Verbosity::quiet;
    default: return verbose > quiet ? Verbosity::debug : Verbosity::silent;
    }
}

void add_shared_options(CLI::App& app, SharedOptions& options) {
    app.fallthrough();
    app.set_version_flag("--version", app.get_name() + " (Dateline) " + std::string(version()),
                         "Print the version and exit");
    app.add_flag("-v,--verbose", options.verbose, "Say more on standard error; twice for details");
    app.add_flag("-q,--quiet", options.quiet, "Say only warnings and errors; twice for errors only");
    app.add_option_function<std::string>(
           "--color",
           [&options](const std::string& when) {
               options.color = when == "always"  ? ColorChoice::always
                               : when == "never" ? ColorChoice::never
                                                 : ColorChoice::automatic;
           },
           "Whether to use color; auto: on a terminal, unless NO_COLOR is set")
        ->type_name("WHEN")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_option_function<std::string>(
           "--generate",
           [&app](const std::string& kind) {
               standard_output() << generate(describe(app), kind);
               finish_standard_output();
               throw CLI::Success();
           },
           "Print the manual or a completion script")
        ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}))
        ->group("");
}

std::optional<ExitCode> parse_command_line(CLI::App& app, int argc, const char* const* argv) {
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::ParseError& end) {
        const int code = app.exit(end, standard_output(), std::cerr);
        finish_standard_output();
        return code == 0 ? ExitCode::ok : ExitCode::usage;
    }
}

}  // namespace dateline
