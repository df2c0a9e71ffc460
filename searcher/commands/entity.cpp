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
#include "searcher/entity_view.h"
#include "searcher/query/query_error.h"
#include "searcher/requests/requests.h"
#include "searcher/search.h"

namespace dateline {
namespace {

class EntityCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command =
            *program.add_subcommand("entity", "Tell about a person, organization or place: how often, when, with whom");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("NAME", words_, "Its name; several words are one name")->required();
        add_parameter_options(command, entity_parameters(), values_);
        add_aliases_options(command, aliases_);
        command.add_option("--format", format_, "text, or one JSON object")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        command.footer(
            "Names in the same articles are ordered by how surprising it is that they stand together so often: the\n"
            "log-likelihood ratio (Dunning 1993), the last number of their lines.\n"
            "Example: searcher entity --index news.index --query 'date:2002' Junichiro Koizumi");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        Searcher searcher(Index::open(index_), 0);
        EntityRequest request = entity_request(values_, fmt::format("{}", fmt::join(words_, " ")));
        request.articles.aliases = read_aliases(aliases_, index_);
        std::optional<EntityProfile> profile;
        try {
            profile = searcher.entity(request);
        } catch (const query::QueryError& error) {
            spdlog::error("{}", error.what());
            return ExitCode::usage;
        }
        if (!profile) {
            spdlog::error("no {} called '{}' is named in these articles",
                          request.type.empty() ? "person, organization, place or other thing" : request.type,
                          request.name);
            return ExitCode::nothing_found;
        }
        const Terminal terminal = look_at(Stream::output, shared.color);
        if (format_ == "json") standard_output() << entity_as_json(*profile) << '\n';
        else
            standard_output() << entity_as_text(*profile, static_cast<std::size_t>(terminal.width_columns),
                                                terminal.color);
        return ExitCode::ok;
    }

private:
    std::string index_;
    std::vector<std::string> words_;
    ParameterValues values_;
    AliasesOptions aliases_;
    std::string format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_entity_command() { return std::make_unique<EntityCommand>(); }

}  // namespace dateline
