#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "common/cli/interrupt.h"
#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/commands/mention_options.h"
#include "indexer/commands/writing_options.h"
#include "indexer/writer/index_writer.h"

namespace dateline {
namespace {

class EntitiesCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand(
            "entities", "Find names and times anew in the articles of an index, where older rules found them");
        add_index_option(command, index_);
        mentions_.set_up(command);
        writing_.set_up_resources(command);
        command.footer(
            "Texts are read from the index; the files they came from are not needed. Articles that the same model and\n"
            "rules have tagged are left alone. With --no-entities or --no-mentions these are taken out of the index.\n"
            "Ctrl-C ends it with exit code 130: parts of the index that are done stay done.\n"
            "Example: indexer entities --index news.index");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        if (!index_exists(index_)) static_cast<void>(read_manifest(index_));  // says that there is none
        const MentionFinders finders(mentions_.options());
        allow_many_open_files();
        catch_interrupts();
        WriterOptions options = writing_.writer();
        options.tagged_by = finders.tagged_by();
        IndexWriter writer(index_, options);
        const std::uint64_t articles = writer.tagged_by_others();
        bool whole = false;
        {
            Progress progress(look_at(Stream::error, shared.color), std::nullopt);
            progress.set_total_articles(articles);
            const auto make_finding = [&] {
                return [finder = std::make_shared<MentionFinder>(finders.make())](const Article& article) {
                    return finder->find(article);
                };
            };
            whole = writer.tag_again(make_finding, [&](std::size_t done) {
                for (std::size_t i = 0; i < done; ++i) progress.count_article();
                return !interrupted();
            });
        }
        const std::uint64_t left = writer.tagged_by_others();
        spdlog::info("{} articles tagged, {} left as they were", articles - left,
                     writer.manifest().articles() - articles);
        if (whole) return ExitCode::ok;
        spdlog::warn("interrupted: {} articles are still to be tagged; run the same command again for them", left);
        return ExitCode::interrupted;
    }

private:
    std::string index_;
    MentionSwitches mentions_;
    WritingOptions writing_;
};

}  // namespace

std::unique_ptr<Command> make_entities_command() { return std::make_unique<EntitiesCommand>(); }

}  // namespace dateline
