#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "common/cli/interrupt.h"
#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "common/error.h"
#include "indexer/commands/account_options.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/commands/mention_options.h"
#include "indexer/commands/writing_options.h"
#include "indexer/watch/folder_watch.h"

namespace dateline {
namespace {

constexpr std::chrono::milliseconds pause_before_locked_index{300};

/// Each commit would be a change in the folder, which would be looked at, and so for ever.
void refuse_index_inside(const std::string& index, const std::vector<std::string>& folders) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    const fs::path inner = fs::weakly_canonical(index, ignored);
    for (const std::string& folder : folders) {
        const fs::path outer = fs::canonical(folder, ignored);
        if (outer.empty()) continue;
        if (std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first != outer.end()) continue;
        throw UsageError("the index " + index + " lies in the watched folder " + folder +
                         "; name a place outside for it");
    }
}

class WatchCommand : public Command {
public:
    WatchCommand() { writing_.commit_every = 5000; }

    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand(
            "watch", "Add what is in folders to an index, then what comes or changes there, until it is stopped");
        add_index_option(command, index_);
        command
            .add_option("FOLDER", inputs_.inputs,
                        "Folder to watch, with all below it; hidden files are left out, such as those a copying "
                        "program writes first")
            ->required();
        inputs_.set_up_reading(command);
        command
            .add_option("--delay", delay_seconds_,
                        "Commit so long after the last change; where changes do not end, ten times as long after the "
                        "first")
            ->type_name("SECONDS")
            ->capture_default_str()
            ->check(CLI::Range(0.01, 3600.0));
        writing_.set_up(command);
        mentions_.set_up(command);
        account_.set_up(command);
        command.footer(
            "Examples:\n"
            "  indexer watch --index news.index incoming/\n"
            "  indexer watch --index news.index --delay 10 --quiet incoming/ wires/\n"
            "A file is read when it has been closed or moved to its place; one that is kept open, when nothing was\n"
            "written to it for 10 seconds. A file that is removed leaves its articles in the index: `indexer remove`\n"
            "takes them out. Ctrl-C or SIGTERM ends it with exit code 0 and all that was read in the index; started\n"
            "again, it first takes what has come or changed since. Between commits other commands may change the\n"
            "index; while they do, watch waits. --report and --failed write their files anew after each commit; what\n"
            "was skipped in a file that has been read again since is no longer listed, nor does --strict mind it.");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        pipeline_ = inputs_.pipeline();
        pipeline_.jobs = writing_.jobs;
        pipeline_.commit_every = writing_.commit_every;
        const MentionFinders finders(mentions_.options());
        pipeline_.mentions = &finders;
        refuse_index_inside(index_, inputs_.inputs);
        allow_many_open_files();
        catch_interrupts();
        const Terminal terminal = look_at(Stream::error, shared.color);
        FolderWatch watch(inputs_.inputs, watch_options());
        add({}, terminal);  // so that there is an index to search, and a wrong option is told now
        bool has_caught_up = false;
        while (!interrupted()) {
            if (!has_caught_up && watch.caught_up()) {
                has_caught_up = true;
                spdlog::info("watching {} folder{}; the index has {} articles", watch.folders(),
                             watch.folders() == 1 ? "" : "s", articles_);
            }
            const std::size_t overflows = watch.overflows();
            const auto batch = watch.next(interrupted);
            if (watch.overflows() > overflows) {
                spdlog::info("more has changed than the system could tell; all folders are looked through again");
            }
            if (batch) add(*batch, terminal);
        }
        spdlog::info("stopped; what comes from now on is taken at the next start");
        return account_.strict && !report_.skipped().empty() ? ExitCode::some_skipped : ExitCode::ok;
    }

private:
    WatchOptions watch_options() const {
        const std::chrono::milliseconds delay(static_cast<std::int64_t>(delay_seconds_ * 1000));
        WatchOptions options{.delay = delay, .longest_delay = 10 * delay};
        if (writing_.commit_every > 0) options.most_files = writing_.commit_every;
        return options;
    }

    /// Adds a batch's articles and commits them.
    void add(const InputList& batch, const Terminal& terminal) {
        const auto writer = open_index();
        if (!writer) return;
        pipeline_.list = batch;
        Report report;
        {
            Progress progress(terminal, std::nullopt);
            add_articles(pipeline_, *writer, report, progress);
        }
        articles_ = writer->manifest().articles();
        report_.take_over(report, batch.files);
        account_.write(report_, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count());
        const ReportNumbers numbers = report.numbers();
        const bool has_news = numbers.read > numbers.unchanged;
        spdlog::log(has_news ? spdlog::level::info : spdlog::level::debug,
                    "{} added, {} replaced, {} unchanged, {} skipped; the index has {} articles", numbers.added,
                    numbers.replaced, numbers.unchanged, numbers.all_skipped(), articles_);
    }

    /// The index for one commit, as soon as no other command changes it; nothing where the wait is interrupted.
    std::unique_ptr<IndexWriter> open_index() const {
        bool has_told = false;
        WriterOptions options = writing_.writer();
        options.tagged_by = pipeline_.mentions->tagged_by();
        while (!interrupted()) {
            try {
                return std::make_unique<IndexWriter>(index_, options);
            } catch (const IndexError& error) {
                if (error.kind() != IndexError::Kind::locked) throw;
                if (!has_told) spdlog::info("waiting: another command is changing the index");
                has_told = true;
                std::this_thread::sleep_for(pause_before_locked_index);
            }
        }
        return nullptr;
    }

    std::string index_;
    InputOptions inputs_;
    WritingOptions writing_;
    MentionSwitches mentions_;
    AccountOptions account_;
    double delay_seconds_ = 1;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    Report report_;  ///< of all commits
    PipelineOptions pipeline_;
    std::uint64_t articles_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_watch_command() { return std::make_unique<WatchCommand>(); }

}  // namespace dateline
