#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "common/cli/standard_output.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/index_stats.h"

namespace dateline {
namespace {

class StatsCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("stats", "Say what an index holds");
        add_index_option(command, index_);
        command.add_option("--format", format_, "How to print it")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        const IndexStats stats = index_stats(Index::open(index_));
        standard_output() << (format_ == "json" ? stats_as_json(stats) : stats_as_text(stats));
        return ExitCode::ok;
    }

private:
    std::string index_;
    std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_stats_command() { return std::make_unique<StatsCommand>(); }

}  // namespace dateline
