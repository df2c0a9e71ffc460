#include "searcher/first.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "common/index/index.h"
#include "searcher/commands/commands.h"
#include "searcher/query/query_error.h"

namespace dateline {
namespace {

class FirstCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("first", "Find the earliest articles that have a phrase");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("PHRASE", words_, "The words in a row; several arguments are one phrase")->required();
        command.add_option("--limit", limit_, "Most articles to show, dated and undated ones each")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::NonNegativeNumber);
        command.add_option("--zone", zone_, "Time zone, such as Europe/Berlin, as in search; UTC if not given")
            ->type_name("ZONE");
        command.add_option("--format", format_, "text, or one JSON object")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        command.footer(
            "By date of publication, one article a source, with the passage; undated articles stand apart. The phrase\n"
            "is compared as between quotes, case and accents aside; {braces} ask for it as written. Nothing is "
            "relaxed.\n"
            "Example: searcher first --index news.index 'abducted citizens'");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        Searcher searcher(Index::open(index_), 0);
        Request request;
        request.limit = limit_;
        request.zone = zone_;
        FirstAppearances first;
        try {
            first = find_first(searcher, fmt::format("{}", fmt::join(words_, " ")), request);
        } catch (const query::QueryError& error) {
            spdlog::error("{}", error.what());
            return ExitCode::usage;
        }
        const Terminal terminal = look_at(Stream::output, shared.color);
        if (format_ == "json") standard_output() << first_as_json(first) << '\n';
        else
            standard_output() << first_as_text(first, static_cast<std::size_t>(terminal.width_columns), terminal.color);
        return first.articles > 0 ? ExitCode::ok : ExitCode::nothing_found;
    }

private:
    std::string index_;
    std::vector<std::string> words_;
    std::size_t limit_ = 10;
    std::string zone_;
    std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_first_command() { return std::make_unique<FirstCommand>(); }

}  // namespace dateline
