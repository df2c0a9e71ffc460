#include "searcher/search.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>

#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "common/error.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/synonyms_options.h"
#include "searcher/explain_query/explanation_view.h"
#include "searcher/output/registry.h"
#include "searcher/query/query_error.h"
#include "searcher/query_file.h"

namespace dateline {
namespace {

/// Lists are not asked for twice in one query.
constexpr std::size_t list_memory_of_one_query = 0;

class SearchCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("search", "Find articles");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("QUERY", words_, "What to find; several words are one query");
        command
            .add_option("--match", match_,
                        "Which words must occur: all, any, or auto: all, and any where no article has all (--queries: "
                        "auto is all)")
            ->check(CLI::IsMember({"auto", "all", "any"}))
            ->capture_default_str();
        command.add_option("--sort", sort_, "Order of the results")
            ->check(CLI::IsMember({"relevance", "newest", "oldest"}))
            ->capture_default_str();
        command.add_option("--limit", limit_, "Most results to show")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::NonNegativeNumber);
        command.add_option("--offset", offset_, "Results to pass over first")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::NonNegativeNumber);
        command
            .add_option("--facet", facets_,
                        fmt::format("Count the matches by {}; may be repeated", fmt::join(facet_names(), ", ")))
            ->allow_extra_args(false)
            ->type_name("NAME");
        command
            .add_option("--zone", zone_,
                        "Time zone whose days count in dates and facets, such as Europe/Berlin; UTC if not given")
            ->type_name("ZONE");
        add_synonyms_options(command, synonyms_);
        std::vector<std::string> formats;
        for (const OutputFormat& format : output_formats()) formats.emplace_back(format.name);
        command.add_option("--format", format_, "How to print the answer")
            ->check(CLI::IsMember(formats))
            ->capture_default_str();
        command.add_flag(
            "--explain-query", explain_query_,
            "Search nothing: print tokens, tree, words of the index, dates and plan (--format text or json)");
        command.add_option("--queries", queries_file_, "Answer each line ID<TAB>QUERY of FILE and print a TREC run")
            ->type_name("FILE");
        command.add_option("--run", run_, "Name of the TREC run")->type_name("NAME")->capture_default_str();
        command.footer(
            "Queries: words (all must occur), \"exact phrase\", -without, OR, (groups), title:word,\n"
            "date:2012, date:2012-08..2012-10, before:2012-08-29, after:2012. See docs/query-language.md.\n"
            "Examples:\n"
            "  searcher search --index news.index '\"abducted citizens\" date:2002..2012' --facet year\n"
            "  searcher search --index news.index 'title:summit (japan OR korea)' --sort newest --format json");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        try {
            return queries_file_.empty() ? answer_one(shared) : print_run();
        } catch (const query::QueryError& error) {
            spdlog::error("{}", error.what());
            return ExitCode::usage;
        }
    }

private:
    Request request() const {
        Request request;
        request.match = match_ == "all" ? MatchMode::all : match_ == "any" ? MatchMode::any : MatchMode::automatic;
        request.sort = sort_ == "newest"   ? SortOrder::newest
                       : sort_ == "oldest" ? SortOrder::oldest
                                           : SortOrder::relevance;
        request.limit = limit_;
        request.offset = offset_;
        request.facets = facets_;
        request.zone = zone_;
        request.synonyms = read_synonyms(synonyms_, index_);
        return request;
    }

    ExitCode answer_one(const SharedOptions& shared) {
        Searcher searcher(Index::open(index_), list_memory_of_one_query);
        Request asked = request();
        asked.query = fmt::format("{}", fmt::join(words_, " "));
        if (explain_query_) {
            const QueryExplanation explanation = searcher.explain_query(asked);
            const bool text = format_ == output_formats().front().name;
            standard_output() << (text ? explanation_as_text(explanation) : explanation_as_json(explanation) + "\n");
            return ExitCode::ok;
        }
        const ResultPage page = searcher.search(asked);
        const Terminal terminal = look_at(Stream::output, shared.color);
        make_output(format_)->write(
            page, {.colours = terminal.color, .width = static_cast<std::size_t>(terminal.width_columns)},
            standard_output());
        return page.total > 0 ? ExitCode::ok : ExitCode::nothing_found;
    }

    Ranking rank(Searcher& searcher, const NumberedQuery& query) const try {
        Request asked = request();
        asked.query = query.query;
        return searcher.rank(asked);
    } catch (const query::QueryError& error) {
        throw UsageError(fmt::format("{}, query {}: {}", queries_file_, query.id, error.what()));
    }

    /// `QUERY Q0 ID RANK SCORE RUN`, the format of trec_eval.
    ExitCode print_run() {
        Searcher searcher(Index::open(index_));
        bool found = false;
        for (const NumberedQuery& query : read_query_file(queries_file_)) {
            if (!standard_output_has_reader()) break;
            const Ranking ranking = rank(searcher, query);
            for (std::size_t i = offset_; i < ranking.hits.size(); ++i) {
                found = true;
                standard_output() << fmt::format("{} Q0 {} {} {:.6f} {}\n", query.id, searcher.card(ranking.hits[i]).id,
                                                 i + 1, ranking.hits[i].score, run_);
            }
        }
        return found ? ExitCode::ok : ExitCode::nothing_found;
    }

    std::string index_;
    std::vector<std::string> words_;
    std::string match_ = "auto";
    std::string sort_ = "relevance";
    std::size_t limit_ = 10;
    std::size_t offset_ = 0;
    std::vector<std::string> facets_;
    std::string zone_;
    SynonymsOptions synonyms_;
    std::string format_{output_formats().front().name};
    bool explain_query_ = false;
    std::string queries_file_;
    std::string run_ = "dateline";
};

}  // namespace

std::unique_ptr<Command> make_search_command() { return std::make_unique<SearchCommand>(); }

}  // namespace dateline
