#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "common/cli/standard_output.h"
#include "common/error.h"
#include "searcher/commands/commands.h"
#include "searcher/evaluation/evaluation.h"
#include "searcher/evaluation/sweep.h"
#include "searcher/output/json_values.h"

namespace dateline {
namespace {

using EvaluationJson = nlohmann::ordered_json;

constexpr std::size_t narrowest_column = 9;
/// Queries come again with every setting, so lists stay in memory.
constexpr std::size_t list_memory_of_evaluation = std::size_t{128} << 20;

struct SettingFigures {
    Setting setting;
    std::vector<double> mean;
};

std::string right_aligned(std::string_view text) {
    return fmt::format("{:>{}}", text, std::max(narrowest_column, text.size() + 2));
}

/// A figure under its metric's title.
std::string figure_cell(double value, const Metric& metric) {
    return fmt::format("{:>{}.4f}", value, std::max(narrowest_column, metric_title(metric).size() + 2));
}

std::string titles_line(const std::vector<Metric>& metrics) {
    std::string line;
    for (const Metric& metric : metrics) line += right_aligned(metric_title(metric));
    return line;
}

std::string figures_line(const std::vector<double>& values, const std::vector<Metric>& metrics) {
    std::string line;
    for (std::size_t i = 0; i < metrics.size(); ++i) line += figure_cell(values[i], metrics[i]);
    return line;
}

EvaluationJson figures_json(const std::vector<double>& values, const std::vector<Metric>& metrics) {
    EvaluationJson json = EvaluationJson::object();
    for (std::size_t i = 0; i < metrics.size(); ++i) json[metric_name(metrics[i])] = values[i];
    return json;
}

EvaluationJson topics_json(const EvaluationTopics& topics) {
    EvaluationJson json;
    json["topics"] = topics.asked.size();
    json["left_out"]["without_relevant"] = topics.without_relevant;
    json["left_out"]["not_asked"] = topics.not_asked;
    return json;
}

/// Says what no mean has.
std::string left_out(const EvaluationTopics& topics) {
    std::string lines;
    if (!topics.without_relevant.empty())
        lines += fmt::format("left out, no article is judged relevant: {}\n", fmt::join(topics.without_relevant, ", "));
    if (!topics.not_asked.empty())
        lines += fmt::format("left out, judged but not asked: {}\n", fmt::join(topics.not_asked, ", "));
    return lines;
}

std::string evaluation_text(const Evaluation& evaluation, const std::vector<Metric>& metrics, bool per_query) {
    constexpr std::size_t narrowest_id = 12;
    constexpr std::size_t count_width = 7;
    std::size_t id_width = narrowest_id;
    for (const TopicFigures& topic : evaluation.topics) id_width = std::max(id_width, topic.id.size());
    std::string text = fmt::format("{:<{}}{:>{}}{}\n", "", id_width, "topics", count_width, titles_line(metrics));
    if (per_query) {
        for (const TopicFigures& topic : evaluation.topics)
            text += fmt::format("{:<{}}{:>{}}{}\n", topic.id, id_width, "", count_width,
                                figures_line(topic.values, metrics));
    }
    return text + fmt::format("{:<{}}{:>{}}{}\n", "all", id_width, evaluation.topics.size(), count_width,
                              figures_line(evaluation.mean, metrics));
}

EvaluationJson evaluation_json(const Evaluation& evaluation, const std::vector<Metric>& metrics, bool per_query) {
    EvaluationJson json;
    json["mean"] = figures_json(evaluation.mean, metrics);
    if (!per_query) return json;
    json["per_query"] = EvaluationJson::array();
    for (const TopicFigures& topic : evaluation.topics) {
        EvaluationJson row;
        row["id"] = topic.id;
        row.update(figures_json(topic.values, metrics));
        json["per_query"].push_back(std::move(row));
    }
    return json;
}

/// By the first metric; of equals the first.
std::size_t best_setting(const std::vector<SettingFigures>& all) {
    const auto best = std::max_element(all.begin(), all.end(), [](const SettingFigures& a, const SettingFigures& b) {
        return a.mean.front() < b.mean.front();
    });
    return static_cast<std::size_t>(best - all.begin());
}

std::string sweep_text(const std::vector<SettingFigures>& all, const std::vector<Sweep>& sweeps,
                       const std::vector<Metric>& metrics) {
    const std::size_t best = best_setting(all);
    std::string text;
    for (const Sweep& sweep : sweeps) text += right_aligned(sweep.name);
    text += titles_line(metrics) + "\n";
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < sweeps.size(); ++j)
            text += fmt::format("{:>{}}", all[i].setting.values[j], right_aligned(sweeps[j].name).size());
        text += figures_line(all[i].mean, metrics) + (i == best ? "  *\n" : "\n");
    }
    return text + fmt::format("* the best by {}\n", metric_title(metrics.front()));
}

EvaluationJson sweep_json(const std::vector<SettingFigures>& all, const std::vector<Sweep>& sweeps,
                          const std::vector<Metric>& metrics) {
    const std::size_t best = best_setting(all);
    EvaluationJson settings = EvaluationJson::array();
    for (std::size_t i = 0; i < all.size(); ++i) {
        EvaluationJson parameters = EvaluationJson::object();
        for (std::size_t j = 0; j < sweeps.size(); ++j) parameters[sweeps[j].name] = all[i].setting.values[j];
        settings.push_back(
            {{"parameters", std::move(parameters)}, {"mean", figures_json(all[i].mean, metrics)}, {"best", i == best}});
    }
    EvaluationJson json;
    json["settings"] = std::move(settings);
    return json;
}

class EvaluateCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("evaluate", "Measure how well articles are ranked");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("--queries", queries_, "Lines ID<TAB>QUERY; - is standard input")
            ->type_name("FILE")
            ->required();
        command.add_option("--qrels", qrels_, "Judgements, lines ID ITERATION ARTICLE RELEVANCE")
            ->type_name("FILE")
            ->required();
        command
            .add_option("--metrics", metric_names_,
                        "What to measure, parted by commas: map, mrr, ndcg@K, p@K, r@K "
                        "(map,ndcg@10,p@10,r@100,mrr)")
            ->delimiter(',')
            ->allow_extra_args(false)
            ->type_name("NAMES");
        CLI::Option* per_query = command.add_flag("--per-query", per_query_, "Also the figures of each query");
        command.add_option("--match", match_, "Which words must occur: any, all, or auto, which is all here")
            ->check(CLI::IsMember({"any", "all", "auto"}))
            ->capture_default_str();
        command.add_option("--limit", limit_, "Most results for a query")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::PositiveNumber);
        command.add_flag("--expand", expand_, "As searcher search has it");
        command.add_option("--format", format_, "How to print the figures")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        command
            .add_option("--sweep", sweep_texts_,
                        fmt::format("Measure every value of a parameter of ranking, {}; several make a grid",
                                    fmt::join(sweep_names(), ", ")))
            ->allow_extra_args(false)
            ->excludes(per_query)
            ->type_name("NAME=FROM:TO:STEP");
        command.footer(
            "The measures are those of trec_eval. The best setting of a sweep is the one best by the first of\n"
            "--metrics. See docs/quality.md.\n"
            "Example:\n"
            "  searcher evaluate --index news.index --queries topics.tsv --qrels qrels.txt --sweep k1=1.2:2.4:0.2");
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        const EvaluationOptions options = this->options();
        std::vector<Sweep> sweeps;
        for (const std::string& text : sweep_texts_) sweeps.push_back(parse_sweep(text));
        const std::vector<Setting> settings = settings_of(sweeps);
        const Qrels qrels = read_qrels_file(qrels_);
        const EvaluationTopics topics = evaluation_topics(read_query_file(queries_), qrels);
        if (sweeps.empty()) print_evaluation(topics, qrels, options);
        else print_sweep(sweeps, settings, topics, qrels, options);
        return topics.asked.empty() ? ExitCode::nothing_found : ExitCode::ok;
    }

private:
    EvaluationOptions options() const {
        EvaluationOptions options{
            .match = match_ == "any" ? MatchMode::any : MatchMode::all, .limit = limit_, .expand = expand_};
        for (const std::string& name : metric_names_) {
            const auto metric = metric_of(name);
            if (!metric)
                throw UsageError(fmt::format("--metrics: there is no {}; there are map, mrr, ndcg@K, p@K, r@K", name));
            options.metrics.push_back(*metric);
        }
        return options;
    }

    Evaluation evaluate_with(const Bm25fParameters& parameters, const EvaluationTopics& topics, const Qrels& qrels,
                             const EvaluationOptions& options) const {
        Searcher searcher(Index::open(index_), list_memory_of_evaluation, parameters);
        return evaluate(searcher, topics, qrels, options);
    }

    void print_evaluation(const EvaluationTopics& topics, const Qrels& qrels, const EvaluationOptions& options) const {
        const Evaluation evaluation = evaluate_with({}, topics, qrels, options);
        print(evaluation_text(evaluation, options.metrics, per_query_),
              evaluation_json(evaluation, options.metrics, per_query_), topics);
    }

    void print_sweep(const std::vector<Sweep>& sweeps, const std::vector<Setting>& settings,
                     const EvaluationTopics& topics, const Qrels& qrels, const EvaluationOptions& options) const {
        std::vector<SettingFigures> all;
        for (const Setting& setting : settings)
            all.push_back({setting, evaluate_with(setting.parameters, topics, qrels, options).mean});
        print(sweep_text(all, sweeps, options.metrics), sweep_json(all, sweeps, options.metrics), topics);
    }

    void print(const std::string& text, const EvaluationJson& json, const EvaluationTopics& topics) const {
        if (format_ == "text") {
            standard_output() << text << left_out(topics);
            return;
        }
        EvaluationJson answer = topics_json(topics);
        answer.update(json);
        standard_output() << json_text(answer, 2) << '\n';
    }

    std::string index_;
    std::string queries_;
    std::string qrels_;
    std::vector<std::string> metric_names_{"map", "ndcg@10", "p@10", "r@100", "mrr"};
    bool per_query_ = false;
    std::string match_ = "any";
    std::size_t limit_ = 1000;
    bool expand_ = false;
    std::string format_ = "text";
    std::vector<std::string> sweep_texts_;
};

}  // namespace

std::unique_ptr<Command> make_evaluate_command() { return std::make_unique<EvaluateCommand>(); }

}  // namespace dateline
