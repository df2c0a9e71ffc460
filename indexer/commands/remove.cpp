#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/writer/index_writer.h"

namespace dateline {
namespace {

class RemoveCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("remove", "Remove articles from an index");
        add_index_option(command, index_);
        command.add_option("--id", ids_, "Ids of the articles, as results and `indexer extract` show them")
            ->type_name("ID")
            ->required();
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        if (!index_exists(index_)) static_cast<void>(read_manifest(index_));  // says that there is none
        std::sort(ids_.begin(), ids_.end());
        ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
        IndexWriter writer(index_, {});
        const auto missing = writer.remove(ids_);
        for (const std::string& id : missing) spdlog::warn("the index has no article with id {}", id);
        const std::size_t removed = ids_.size() - missing.size();
        spdlog::info("removed {} article{}, {} are left", removed, removed == 1 ? "" : "s",
                     writer.manifest().articles());
        return missing.empty() ? ExitCode::ok : ExitCode::nothing_found;
    }

private:
    std::string index_;
    std::vector<std::string> ids_;
};

}  // namespace

std::unique_ptr<Command> make_remove_command() { return std::make_unique<RemoveCommand>(); }

}  // namespace dateline
