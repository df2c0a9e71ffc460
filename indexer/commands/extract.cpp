#include <CLI/CLI.hpp>
#include <optional>

#include "common/cli/progress.h"
#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/commands/mention_options.h"
#include "indexer/extracted_record.h"

namespace dateline {
namespace {

class ExtractCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("extract", "Print what would be indexed, one JSON object a line");
        inputs_.set_up(command);
        command.add_flag("--strict", strict_, "End with exit code 1 when an article was skipped");
        mentions_.set_up(command);
        command.footer("docs/formats.md describes the record. Example:\n  indexer extract saved/page.txt | jq .title");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        const MentionFinders finders(mentions_.options());
        MentionFinder finder = finders.make();
        Report report;
        RunEnd end;
        {
            Progress progress(look_at(Stream::error, shared.color), std::nullopt);
            end = extract_articles(inputs_.pipeline(), report, progress, [&](const Article& article) {
                standard_output() << extracted_record(article, finder.find(article)) << '\n';
                return standard_output_has_reader();
            });
        }
        if (end.interrupted) return ExitCode::interrupted;
        return strict_ && report.numbers().all_skipped() > 0 ? ExitCode::some_skipped : ExitCode::ok;
    }

private:
    InputOptions inputs_;
    bool strict_ = false;
    MentionSwitches mentions_;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace dateline
