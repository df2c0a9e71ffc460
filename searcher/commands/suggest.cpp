#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <vector>

#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "common/error.h"
#include "common/index/index.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/parameter_options.h"
#include "searcher/completion_view.h"
#include "searcher/output/styled_text.h"
#include "searcher/requests/requests.h"
#include "searcher/suggestion/completion.h"

namespace dateline {
namespace {

class SuggestCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("suggest", "Complete what has been typed of a query");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("PREFIX", words_, "What has been typed; several words are one text")->expected(0, -1);
        command.add_option("--measure", measured_, "Complete each line of FILE and print how long that takes")
            ->group("")
            ->type_name("FILE");
        add_parameter_options(command, suggest_parameters(), values_);
        command.add_option("--format", format_, "text, or one JSON object")
            ->check(CLI::IsMember({"text", "json"}))
            ->capture_default_str();
        command.footer(
            "The last word is completed, in articles that have those before it. Case and accents do not count. Each\n"
            "number is that of the articles with these very words, or with that title: `searcher search` goes by "
            "stems\n"
            "and may find more.\n"
            "Example: searcher suggest --index news.index north ko");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        if (!measured_.empty()) return measure();
        if (words_.empty()) throw UsageError("PREFIX is required: what has been typed");
        const Index index = Index::open(index_);
        Completer completer(index, 0);
        const std::string typed = fmt::format("{}", fmt::join(words_, " "));
        const auto begin = std::chrono::steady_clock::now();
        const std::vector<Completion> completions = completer.complete(typed, suggest_limit(values_));
        const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - begin;
        if (format_ == "json") {
            standard_output() << completions_as_json(typed, completions, elapsed.count());
        } else {
            write_text(completions, static_cast<std::size_t>(look_at(Stream::output, shared.color).width_columns));
        }
        return completions.empty() ? ExitCode::nothing_found : ExitCode::ok;
    }

private:
    /// Lists are decoded when they are asked for again: the last pass is that of a warm process.
    ExitCode measure() const {
        std::ifstream file(measured_);
        std::vector<std::string> prefixes;
        for (std::string line; std::getline(file, line);) prefixes.push_back(line);
        if (prefixes.empty()) throw IoError("cannot read " + measured_ + ", or it has no lines");
        const Index index = Index::open(index_);
        Completer completer(index);
        for (int pass = 1; pass <= 3; ++pass) {
            std::vector<double> wall_ms;
            std::vector<double> processor_ms;
            for (const std::string& prefix : prefixes) {
                const auto begin = std::chrono::steady_clock::now();
                const std::clock_t processor_begin = std::clock();
                completer.complete(prefix, suggest_limit(values_));
                processor_ms.push_back(1000.0 * static_cast<double>(std::clock() - processor_begin) / CLOCKS_PER_SEC);
                const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - begin;
                wall_ms.push_back(elapsed.count());
            }
            standard_output() << fmt::format("pass {}: {} prefixes, {}; of the processor {}\n", pass, prefixes.size(),
                                             spread(wall_ms), spread(processor_ms));
        }
        return ExitCode::ok;
    }

    static std::string spread(std::vector<double> times_ms) {
        std::sort(times_ms.begin(), times_ms.end());
        return fmt::format("median {:.2f} ms, 99th percentile {:.2f} ms, most {:.2f} ms", times_ms[times_ms.size() / 2],
                           times_ms[times_ms.size() * 99 / 100], times_ms.back());
    }

    static void write_text(const std::vector<Completion>& completions, std::size_t width) {
        std::size_t digits = 1;
        for (const Completion& completion : completions)
            digits = std::max(digits, fmt::formatted_size("{}", completion.articles));
        for (const Completion& completion : completions) {
            const std::string front = fmt::format("{:>{}}  {:<5}  ", completion.articles, digits, completion.kind);
            const std::size_t room = width > front.size() + 20 ? width - front.size() : 20;
            standard_output() << front << StyledText(completion.text).line(room, false) << '\n';
        }
    }

    std::string index_;
    std::vector<std::string> words_;
    ParameterValues values_;
    std::string format_ = "text";
    std::string measured_;
};

}  // namespace

std::unique_ptr<Command> make_suggest_command() { return std::make_unique<SuggestCommand>(); }

}  // namespace dateline
