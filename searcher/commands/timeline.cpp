#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <vector>

#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "common/index/index.h"
#include "searcher/commands/aliases_options.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/parameter_options.h"
#include "searcher/commands/synonyms_options.h"
#include "searcher/query/query_error.h"
#include "searcher/requests/requests.h"
#include "searcher/search.h"
#include "searcher/told_view.h"

namespace dateline {
namespace {

class TimelineCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("timeline", "Tell what the matching articles say happened when");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("QUERY", words_, "Which articles; several words are one query")->required();
        add_parameter_options(command, told_parameters(), values_);
        add_synonyms_options(command, synonyms_);
        add_aliases_options(command, aliases_);
        command.add_option("--format", format_, "text, one JSON object, or a table")
            ->check(CLI::IsMember({"text", "json", "csv"}))
            ->capture_default_str();
        command.footer(
            "Days, months and years that the articles' texts speak of, whenever they were published, each with the\n"
            "sentence that tells it best and the article it is from. See docs/query-language.md.\n"
            "Example: searcher timeline --index news.index --order date '\"abducted citizens\" OR abductees'");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        Searcher searcher(Index::open(index_), 0);
        Request request = told_request(values_, fmt::format("{}", fmt::join(words_, " ")));
        request.synonyms = read_synonyms(synonyms_, index_);
        request.aliases = read_aliases(aliases_, index_);
        ToldTimeline told;
        try {
            told = searcher.told_timeline(request, told_order(values_));
        } catch (const query::QueryError& error) {
            spdlog::error("{}", error.what());
            return ExitCode::usage;
        }
        const Terminal terminal = look_at(Stream::output, shared.color);
        if (format_ == "json") standard_output() << told_as_json(told) << '\n';
        else if (format_ == "csv") standard_output() << told_as_csv(told);
        else standard_output() << told_as_text(told, static_cast<std::size_t>(terminal.width_columns), terminal.color);
        return told.dates.empty() ? ExitCode::nothing_found : ExitCode::ok;
    }

private:
    std::string index_;
    std::vector<std::string> words_;
    ParameterValues values_;
    SynonymsOptions synonyms_;
    AliasesOptions aliases_;
    std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_timeline_command() { return std::make_unique<TimelineCommand>(); }

}  // namespace dateline
