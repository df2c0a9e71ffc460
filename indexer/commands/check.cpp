#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>

#include "common/cli/standard_output.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/index_check.h"

namespace dateline {
namespace {

class CheckCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("check", "Prove that an index is sound");
        add_index_option(command, index_);
        command.footer(
            "Reads everything: checksums, Xapian's own check, and whether ids, words, dates and stored texts agree.");
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        const auto problems =
            check_index(index_, [](const std::string& name) { spdlog::debug("checking segment {}", name); });
        for (const std::string& problem : problems) standard_output() << problem << '\n';
        if (problems.empty()) spdlog::info("the index in {} is sound", index_);
        return problems.empty() ? ExitCode::ok : ExitCode::index_corrupt;
    }

private:
    std::string index_;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace dateline
