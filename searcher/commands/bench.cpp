#include <CLI/CLI.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "common/cli/standard_output.h"
#include "common/error.h"
#include "searcher/commands/commands.h"
#include "searcher/latency.h"

namespace dateline {
namespace {

class BenchCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("bench", "Measure how long queries take");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("--queries", queries_, "Lines CLASS-NUMBER<TAB>QUERY")->type_name("FILE")->required();
        command.add_option("--repeat", options_.repeat, "Passes to measure after a warm one; the best counts")
            ->type_name("N")
            ->capture_default_str();
        command.add_flag("--snippets", options_.snippets, "With snippets of the first ten");
        command.add_option("--totals", totals_, "Write ID<TAB>TOTAL of each query to FILE")->type_name("FILE");
        command.footer(
            "Prints one JSON object a class: median, 95th and 99th percentile in microseconds, with exact totals and "
            "the\n"
            "first ten articles' titles. Classes named facet... also count year, month, day and section; classes "
            "named\n"
            "any... or or... match any word.");
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        const auto queries = read_query_file(queries_);
        Searcher searcher(Index::open(index_));
        std::ofstream totals;
        if (!totals_.empty()) totals.open(totals_);
        if (!totals_.empty() && !totals) throw IoError("cannot write " + totals_);
        for (const LatencyFigures& figures : measure_latency(searcher, queries, options_)) {
            const nlohmann::ordered_json json{{"class", figures.name},
                                              {"n", figures.queries},
                                              {"median_us", figures.median_us},
                                              {"p95_us", figures.p95_us},
                                              {"p99_us", figures.p99_us},
                                              {"mean_us", figures.mean_us},
                                              {"cpu_median_us", figures.cpu_median_us},
                                              {"cpu_p99_us", figures.cpu_p99_us}};
            standard_output() << json.dump() << '\n';
            for (std::size_t i = 0; i < figures.totals.size(); ++i)
                totals << figures.name << '\t' << i << '\t' << figures.totals[i] << '\n';
        }
        return ExitCode::ok;
    }

private:
    std::string index_;
    std::string queries_;
    std::string totals_;
    LatencyOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_bench_command() { return std::make_unique<BenchCommand>(); }

}  // namespace dateline
