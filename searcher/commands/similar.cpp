#include <CLI/CLI.hpp>

#include "common/cli/standard_output.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/output_options.h"
#include "searcher/commands/parameter_options.h"
#include "searcher/output/registry.h"
#include "searcher/requests/requests.h"
#include "searcher/search.h"

namespace dateline {
namespace {

class SimilarCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("similar", "Find articles related to one");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("ID", id_, "The article's id, as results show it")->required();
        add_parameter_options(command, similar_parameters(), values_);
        add_format_option(command, format_);
        command.footer(
            "Related are articles with the words that tell most of this one; words of its title and lead count\n"
            "for more. Near copies, which share half of their runs of four words, are left out.\n"
            "Example:\n"
            "  searcher similar --index news.index reuters-4711 --before-it");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        Searcher searcher(Index::open(index_), list_memory_of_one_query);
        const ResultPage page = searcher.similar(similar_request(values_, id_));
        make_output(format_)->write(page, options_of_standard_output(shared), standard_output());
        return page.total > 0 ? ExitCode::ok : ExitCode::nothing_found;
    }

private:
    std::string index_;
    std::string id_;
    ParameterValues values_;
    std::string format_{output_formats().front().name};
};

}  // namespace

std::unique_ptr<Command> make_similar_command() { return std::make_unique<SimilarCommand>(); }

}  // namespace dateline
