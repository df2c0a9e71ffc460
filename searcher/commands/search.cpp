#include "searcher/search.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <utility>

#include "common/cli/standard_output.h"
#include "common/error.h"
#include "searcher/commands/aliases_options.h"
#include "searcher/commands/bulk.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/export.h"
#include "searcher/commands/output_options.h"
#include "searcher/commands/parameter_options.h"
#include "searcher/commands/synonyms_options.h"
#include "searcher/explain_query/explanation_view.h"
#include "searcher/explanation.h"
#include "searcher/output/registry.h"
#include "searcher/query/query_error.h"
#include "searcher/query_file.h"
#include "searcher/requests/requests.h"

namespace dateline {
namespace {

class SearchCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("search", "Find articles");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("QUERY", words_, "What to find; several words are one query");
        add_parameter_options(command, search_parameters(), values_);
        CLI::Option* all =
            command
                .add_flag("--all", all_, "Every match, written while they come, in memory that does not grow with them")
                ->excludes("--limit", "--offset");
        command.add_option("--explain", explain_, "Say what the score of this article is made of (text or json)")
            ->type_name("ID");
        add_synonyms_options(command, synonyms_);
        add_aliases_options(command, aliases_);
        add_format_option(command, format_);
        command.add_flag(
            "--explain-query", explain_query_,
            "Search nothing: print tokens, tree, words of the index, dates and plan (--format text or json)");
        CLI::Option* queries =
            command
                .add_option("--queries", queries_file_,
                            "Answer each line ID<TAB>QUERY of FILE and print a TREC run; with --format csv or jsonl "
                            "count the matches of each line QUERY")
                ->type_name("FILE")
                ->excludes(all);
        command.add_flag("--phrases", phrases_, "Each line of --queries is one exact phrase, such as a name")
            ->needs(queries);
        command.add_option("--run", run_, "Name of the TREC run")->type_name("NAME")->capture_default_str();
        command.footer(
            "Queries: words (all must occur), \"exact phrase\", -without, OR, (groups), title:word,\n"
            "date:2012, date:2012-08..2012-10, before:2012-08-29, after:2012,\n"
            "person:\"Kim Jong-un\", place:beijing, mentions:1970s. See docs/query-language.md.\n"
            "Examples:\n"
            "  searcher search --index news.index '\"abducted citizens\" date:2002..2012' --facet year\n"
            "  searcher search --index news.index 'title:summit (japan OR korea)' --sort newest --format json\n"
            "  searcher search --index news.index oil --limit 0 --timeline month --facet 'section>year' --facet-limit "
            "5\n"
            "  searcher search --index news.index 'person:koizumi W/S mentions:2002' --facet place --facet "
            "mentioned-year\n"
            "  searcher search --index news.index oil --all --sort oldest --format csv > oil.csv\n"
            "  searcher search --index news.index --queries names.txt --phrases --format csv > hits.csv");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        try {
            if (queries_file_.empty()) return answer_one(shared);
            return format_ == output_formats().front().name ? print_run() : count_all();
        } catch (const query::QueryError& error) {
            spdlog::error("{}", error.what());
            return ExitCode::usage;
        }
    }

private:
    Request request(std::string query = {}) const {
        Request request = search_request(values_, std::move(query));
        request.synonyms = read_synonyms(synonyms_, index_);
        request.aliases = read_aliases(aliases_, index_);
        return request;
    }

    ExitCode explain_query(Searcher& searcher, const Request& asked) const {
        const QueryExplanation explanation = searcher.explain_query(asked);
        const bool text = format_ == output_formats().front().name;
        standard_output() << (text ? explanation_as_text(explanation) : explanation_as_json(explanation) + "\n");
        return ExitCode::ok;
    }

    ExitCode answer_one(const SharedOptions& shared) {
        Searcher searcher(Index::open(index_), list_memory_of_one_query);
        const Request asked = request(fmt::format("{}", fmt::join(words_, " ")));
        if (!explain_.empty()) return explain(searcher, asked);
        if (explain_query_) return explain_query(searcher, asked);
        const OutputFormat& format = output_format(format_);
        const OutputOptions options = options_of_standard_output(shared);
        if (all_) return export_all(searcher, asked, format, options, shared);
        const ResultPage page = searcher.search(asked);
        warn_of_notes(page, format);
        format.make()->write(page, options, standard_output());
        return page.total > 0 ? ExitCode::ok : ExitCode::nothing_found;
    }

    ExitCode explain(Searcher& searcher, const Request& asked) const {
        const auto explanation = searcher.explain(asked, explain_);
        if (!explanation) {
            spdlog::error("the index has no article with id {}", explain_);
            return ExitCode::nothing_found;
        }
        standard_output() << (format_ == "json" ? explanation_as_json(*explanation)
                                                : explanation_as_text(*explanation));
        return explanation->score.matches ? ExitCode::ok : ExitCode::nothing_found;
    }

    Ranking rank(Searcher& searcher, const NumberedQuery& query) const try {
        return searcher.rank(request(query.query));
    } catch (const query::QueryError& error) {
        throw UsageError(fmt::format("{}, query {}: {}", queries_file_, query.id, error.what()));
    }

    ExitCode count_all() {
        Searcher searcher(Index::open(index_));
        return count_queries(searcher, request(), queries_file_, format_, phrases_);
    }

    /// `QUERY Q0 ID RANK SCORE RUN`, the format of trec_eval.
    ExitCode print_run() {
        Searcher searcher(Index::open(index_));
        bool found = false;
        const std::size_t offset = request().offset;
        for (const NumberedQuery& query : read_query_file(queries_file_)) {
            if (!standard_output_has_reader()) break;
            const Ranking ranking = rank(searcher, query);
            for (std::size_t i = offset; i < ranking.hits.size(); ++i) {
                found = true;
                standard_output() << fmt::format("{} Q0 {} {} {:.6f} {}\n", query.id, searcher.card(ranking.hits[i]).id,
                                                 i + 1, ranking.hits[i].score, run_);
            }
        }
        return found ? ExitCode::ok : ExitCode::nothing_found;
    }

    std::string index_;
    std::vector<std::string> words_;
    ParameterValues values_;
    bool all_ = false;
    SynonymsOptions synonyms_;
    AliasesOptions aliases_;
    std::string format_{output_formats().front().name};
    bool explain_query_ = false;
    std::string queries_file_;
    bool phrases_ = false;
    std::string run_ = "dateline";
    std::string explain_;
};

}  // namespace

std::unique_ptr<Command> make_search_command() { return std::make_unique<SearchCommand>(); }

}  // namespace dateline
