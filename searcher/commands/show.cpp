#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "common/index/index.h"
#include "searcher/article_view.h"
#include "searcher/commands/commands.h"

namespace dateline {
namespace {

constexpr std::size_t widest_text = 100;

class ShowCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("show", "Print one article");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("ID", id_, "The article's id, as results show it")->required();
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        const auto article = Index::open(index_).find(id_);
        if (!article) {
            spdlog::error("the index has no article with id {}", id_);
            return ExitCode::nothing_found;
        }
        const Terminal terminal = look_at(Stream::output, shared.color);
        const auto width = std::min(static_cast<std::size_t>(terminal.width_columns), widest_text);
        standard_output() << article_as_text(*article, width, terminal.color);
        return ExitCode::ok;
    }

private:
    std::string index_;
    std::string id_;
};

}  // namespace

std::unique_ptr<Command> make_show_command() { return std::make_unique<ShowCommand>(); }

}  // namespace dateline
