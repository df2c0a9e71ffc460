#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "common/index/index.h"
#include "searcher/article_view.h"
#include "searcher/commands/aliases_options.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/parameter_options.h"
#include "searcher/commands/synonyms_options.h"
#include "searcher/query/query_error.h"
#include "searcher/requests/requests.h"
#include "searcher/search.h"

namespace dateline {
namespace {

constexpr std::size_t widest_text = 100;

class ShowCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("show", "Print one article");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("ID", id_, "The article's id, as results show it")->required();
        add_parameter_options(command, show_parameters(), values_);
        add_synonyms_options(command, synonyms_);
        add_aliases_options(command, aliases_);
        command.add_option("--format", format_, "text, or one JSON object with the places of all highlights")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        command.footer(
            "The marks are those of `searcher search` with the same query: in colours on a terminal, elsewhere in\n"
            "[brackets]. An article that does not match the query is printed without marks, and the exit code is 1.\n"
            "Example: searcher show --index news.index reuters-42 --query 'citizens W/5 abducted'");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        try {
            return show(shared);
        } catch (const query::QueryError& error) {
            spdlog::error("{}", error.what());
            return ExitCode::usage;
        }
    }

private:
    ExitCode show(const SharedOptions& shared) {
        const auto marked = find();
        if (!marked) {
            spdlog::error("the index has no article with id {}", id_);
            return ExitCode::nothing_found;
        }
        if (format_ == "json") {
            standard_output() << article_as_json(*marked) << '\n';
        } else {
            const Terminal terminal = look_at(Stream::output, shared.color);
            const auto width = std::min(static_cast<std::size_t>(terminal.width_columns), widest_text);
            standard_output() << article_as_text(*marked, width, terminal.color);
        }
        if (!values_.has("query")) return ExitCode::ok;
        for (const std::string& note : marked->notes) spdlog::info("{}", note);
        if (!marked->matches) spdlog::warn("this article does not match {}", marked->interpreted);
        return marked->matches ? ExitCode::ok : ExitCode::nothing_found;
    }

    std::optional<MarkedArticle> find() {
        Searcher searcher(Index::open(index_));
        if (!values_.has("query")) return searcher.show(id_);
        Request request = mark_request(values_);
        request.synonyms = read_synonyms(synonyms_, index_);
        request.aliases = read_aliases(aliases_, index_);
        return searcher.mark(request, id_);
    }

    std::string index_;
    std::string id_;
    ParameterValues values_;
    SynonymsOptions synonyms_;
    AliasesOptions aliases_;
    std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_show_command() { return std::make_unique<ShowCommand>(); }

}  // namespace dateline
