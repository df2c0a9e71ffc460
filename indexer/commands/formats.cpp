#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "common/cli/standard_output.h"
#include "indexer/commands/commands.h"
#include "indexer/readers/registry.h"

namespace dateline {
namespace {

class FormatsCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        return *program.add_subcommand("formats", "List the formats that can be read");
    }

    ExitCode run(const SharedOptions&) override {
        for (const ReaderEntry& entry : all_readers()) {
            standard_output() << fmt::format("{:8} {} ({})\n", entry.name, entry.help, fmt::join(entry.endings, " "));
        }
        return ExitCode::ok;
    }
};

}  // namespace

std::unique_ptr<Command> make_formats_command() { return std::make_unique<FormatsCommand>(); }

}  // namespace dateline
