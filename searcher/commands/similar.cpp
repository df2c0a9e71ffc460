#include <CLI/CLI.hpp>

#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "searcher/commands/commands.h"
#include "searcher/output/registry.h"
#include "searcher/search.h"

namespace dateline {
namespace {

/// Lists are not asked for twice.
constexpr std::size_t no_list_memory = 0;

class SimilarCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("similar", "Find articles related to one");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("ID", request_.id, "The article's id, as results show it")->required();
        command.add_option("--limit", request_.limit, "Most results to show")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::NonNegativeNumber);
        command.add_flag("--before-it", request_.before_it, "Only articles published before it");
        std::vector<std::string> formats;
        for (const OutputFormat& format : output_formats()) formats.emplace_back(format.name);
        command.add_option("--format", format_, "How to print the answer")
            ->check(CLI::IsMember(formats))
            ->capture_default_str();
        command.footer(
            "Related are articles with the words that tell most of this one; words of its title and lead count\n"
            "for more. Near copies, which share half of their runs of four words, are left out.\n"
            "Example:\n"
            "  searcher similar --index news.index reuters-4711 --before-it");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        Searcher searcher(Index::open(index_), no_list_memory);
        const ResultPage page = searcher.similar(request_);
        const Terminal terminal = look_at(Stream::output, shared.color);
        make_output(format_)->write(
            page, {.colours = terminal.color, .width = static_cast<std::size_t>(terminal.width_columns)},
            standard_output());
        return page.total > 0 ? ExitCode::ok : ExitCode::nothing_found;
    }

private:
    std::string index_;
    SimilarRequest request_;
    std::string format_{output_formats().front().name};
};

}  // namespace

std::unique_ptr<Command> make_similar_command() { return std::make_unique<SimilarCommand>(); }

}  // namespace dateline
