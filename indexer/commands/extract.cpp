#include <CLI/CLI.hpp>

#include "common/cli/progress.h"
#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/extracted_record.h"

namespace dateline {
namespace {

class ExtractCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("extract", "Print what would be indexed, one JSON object a line");
        inputs_.set_up(command);
        command.add_flag("--strict", strict_, "End with exit code 1 when an article was skipped");
        command.add_flag("--no-mentions", no_mentions_, "Leave out the times that the text speaks of");
        command.footer("docs/formats.md describes the record. Example:\n  indexer extract saved/page.txt | jq .title");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        Report report;
        RunEnd end;
        {
            Progress progress(look_at(Stream::error, shared.color), std::nullopt);
            end = extract_articles(inputs_.pipeline(), report, progress, [this](const Article& article) {
                standard_output() << extracted_record(article, {.mentions = !no_mentions_}) << '\n';
                return standard_output_has_reader();
            });
        }
        if (end.interrupted) return ExitCode::interrupted;
        return strict_ && report.numbers().all_skipped() > 0 ? ExitCode::some_skipped : ExitCode::ok;
    }

private:
    InputOptions inputs_;
    bool strict_ = false;
    bool no_mentions_ = false;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace dateline
