#include "searcher/search.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>

#include "common/cli/standard_output.h"
#include "common/error.h"
#include "searcher/commands/bulk.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/export.h"
#include "searcher/commands/facet_options.h"
#include "searcher/commands/output_options.h"
#include "searcher/commands/synonyms_options.h"
#include "searcher/explain_query/explanation_view.h"
#include "searcher/explanation.h"
#include "searcher/output/registry.h"
#include "searcher/query/query_error.h"
#include "searcher/query_file.h"

namespace dateline {
namespace {

/// `30d`, `2w`, `6m`, `1y`: a number and a unit.
double half_life_seconds(std::string_view text) {
    constexpr double day = 86'400;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const double days = unit == "d" ? 1 : unit == "w" ? 7 : unit == "m" ? 365.25 / 12 : unit == "y" ? 365.25 : 0;
    if (error != std::errc{} || days == 0 || !(number > 0) || !std::isfinite(number))
        throw UsageError(fmt::format("--recency {}: a number with d, w, m or y is wanted, such as 30d", text));
    return number * days * day;
}

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
        CLI::Option* all =
            command
                .add_flag("--all", all_, "Every match, written while they come, in memory that does not grow with them")
                ->excludes("--limit", "--offset");
        command.add_flag("--no-snippets", no_snippets_, "Without passages and marks, which take most of the time");
        facet_options_.add_to(command);
        command
            .add_option("--zone", zone_,
                        "Time zone whose days count in dates and facets, such as Europe/Berlin; UTC if not given")
            ->type_name("ZONE");
        command
            .add_option("--recency", recency_,
                        "Rank newer articles higher: what is so old counts half as much more as what is new; 30d, 2w, "
                        "6m, 1y")
            ->type_name("HALF-LIFE");
        command.add_flag("--expand", expand_, "Rank also by the words that the ten best articles share");
        command.add_option("--explain", explain_, "Say what the score of this article is made of (text or json)")
            ->type_name("ID");
        add_synonyms_options(command, synonyms_);
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
            "date:2012, date:2012-08..2012-10, before:2012-08-29, after:2012. See docs/query-language.md.\n"
            "Examples:\n"
            "  searcher search --index news.index '\"abducted citizens\" date:2002..2012' --facet year\n"
            "  searcher search --index news.index 'title:summit (japan OR korea)' --sort newest --format json\n"
            "  searcher search --index news.index oil --limit 0 --timeline month --facet 'section>year' --facet-limit "
            "5\n"
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
    Request request() const {
        Request request;
        request.match = match_ == "all" ? MatchMode::all : match_ == "any" ? MatchMode::any : MatchMode::automatic;
        request.sort = sort_ == "newest"   ? SortOrder::newest
                       : sort_ == "oldest" ? SortOrder::oldest
                                           : SortOrder::relevance;
        request.limit = limit_;
        request.offset = offset_;
        facet_options_.apply_to(request);
        request.snippets = !no_snippets_;
        request.zone = zone_;
        request.expand = expand_;
        if (!recency_.empty()) request.half_life_seconds = half_life_seconds(recency_);
        request.synonyms = read_synonyms(synonyms_, index_);
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
        Request asked = request();
        asked.query = fmt::format("{}", fmt::join(words_, " "));
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
        Request asked = request();
        asked.query = query.query;
        return searcher.rank(asked);
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
    bool all_ = false;
    bool no_snippets_ = false;
    FacetOptions facet_options_;
    std::string zone_;
    SynonymsOptions synonyms_;
    std::string format_{output_formats().front().name};
    bool explain_query_ = false;
    std::string queries_file_;
    bool phrases_ = false;
    std::string run_ = "dateline";
    std::string recency_;
    bool expand_ = false;
    std::string explain_;
};

}  // namespace

std::unique_ptr<Command> make_search_command() { return std::make_unique<SearchCommand>(); }

}  // namespace dateline
