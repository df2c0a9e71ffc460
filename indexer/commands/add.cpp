#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <system_error>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/error.h"
#include "indexer/commands/account_options.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/commands/mention_options.h"
#include "indexer/commands/writing_options.h"
#include "indexer/failed_list.h"
#include "indexer/writer/index_writer.h"

namespace dateline {
namespace {

class AddCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command =
            *program.add_subcommand("add", "Add articles to an index, replacing those that have changed");
        add_index_option(command, index_);
        inputs_.set_up(command);
        writing_.set_up(command);
        mentions_.set_up(command);
        account_.set_up(command);
        command
            .add_option("--retry", retry_file_,
                        "Read the files that FILE, written by --failed, names; with INPUT, those as well")
            ->type_name("FILE");
        inputs_.input_option(command).required(false);
        command.footer(
            "Examples:\n"
            "  indexer add --index news.index articles/\n"
            "  zcat dump.jsonl.gz | indexer add --index news.index --format json -\n"
            "  indexer add --index news.index articles/ --failed failed.tsv\n"
            "  indexer add --index news.index --retry failed.tsv --failed failed.tsv\n"
            "Names and times in the texts are found on the way (searched as person:, org:, place:, mentions:), which "
            "takes\n"
            "about as long as all the rest; --no-entities --no-mentions leave them out, `indexer entities` adds them "
            "later.\n"
            "Running it again is cheap: unchanged articles are recognised and left alone.");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        Report report;
        take_failed(report);
        PipelineOptions pipeline = inputs_.pipeline();
        pipeline.jobs = writing_.jobs;
        pipeline.commit_every = writing_.commit_every;
        const MentionFinders finders(mentions_.options());
        pipeline.mentions = &finders;
        allow_many_open_files();
        const auto begin = std::chrono::steady_clock::now();
        WriterOptions options = writing_.writer();
        options.tagged_by = finders.tagged_by();
        IndexWriter writer(index_, options);
        RunEnd end;
        {
            Progress progress(look_at(Stream::error, shared.color), std::nullopt);
            end = add_articles(pipeline, writer, report, progress);
        }
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const ReportNumbers numbers = report.numbers();
        spdlog::info("{}", summary(numbers, seconds));
        spdlog::info("the index has {} articles", writer.manifest().articles());
        account_.write(report, seconds);
        if (end.interrupted) {
            spdlog::warn(
                "interrupted: {} of {} files were read to their end; what was read is in the index, run the same "
                "command again for the rest",
                end.files_read, end.files);
            return ExitCode::interrupted;
        }
        return account_.strict && numbers.all_skipped() > 0 ? ExitCode::some_skipped : ExitCode::ok;
    }

private:
    /// The files of an earlier run that are to be read again. Those that are gone since are skipped by name.
    void take_failed(Report& report) {
        if (retry_file_.empty() && inputs_.inputs.empty())
            throw UsageError("there is nothing to read: name files or folders, or a list with --retry");
        if (retry_file_.empty()) return;
        for (std::string& path : files_of_failed_list(retry_file_)) {
            std::error_code unknown;
            if (path == "-") {
                report.skip({.path = path, .reason = "missing", .detail = "standard input cannot be read again"});
            } else if (!std::filesystem::exists(path, unknown)) {
                report.skip({.path = path, .reason = "missing", .detail = "the file is no longer there"});
            } else {
                inputs_.inputs.push_back(std::move(path));
            }
        }
    }

    std::string index_;
    InputOptions inputs_;
    WritingOptions writing_;
    MentionSwitches mentions_;
    AccountOptions account_;
    std::string retry_file_;
};

}  // namespace

std::unique_ptr<Command> make_add_command() { return std::make_unique<AddCommand>(); }

}  // namespace dateline
