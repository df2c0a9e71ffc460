#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>

#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/writer/index_writer.h"

namespace dateline {
namespace {

class CompactCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("compact", "Make an index as small and fast as it can be");
        add_index_option(command, index_);
        command.footer("Merges all segments into one and drops what removed and replaced articles left behind.");
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        if (!index_exists(index_)) static_cast<void>(read_manifest(index_));  // says that there is none
        allow_many_open_files();
        IndexWriter writer(index_, {.jobs = 2});
        const std::size_t before = writer.manifest().segments.size();
        writer.compact();
        spdlog::info("{} segments became {}, with {} articles", before, writer.manifest().segments.size(),
                     writer.manifest().articles());
        return ExitCode::ok;
    }

private:
    std::string index_;
};

}  // namespace

std::unique_ptr<Command> make_compact_command() { return std::make_unique<CompactCommand>(); }

}  // namespace dateline
