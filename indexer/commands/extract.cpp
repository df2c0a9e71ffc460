#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>

#include "common/cli/progress.h"
#include "common/cli/standard_output.h"
#include "common/cli/terminal.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/input_options.h"
#include "indexer/entities/tagger.h"
#include "indexer/extracted_record.h"

namespace dateline {
namespace {

/// Names in articles, by a model from a file; without one, the program's own.
class EntityFinder {
public:
    explicit EntityFinder(const std::string& model)
        : model_(model.empty() ? entities::installed_model() : std::filesystem::path(model)), tagger_(model_) {}

    std::vector<Entity> find(const Article& article) {
        const bool english = article.language == "en" || tagger_.reads_as_english(article.body);
        return english ? tagger_.tag(article.body) : std::vector<Entity>{};
    }

private:
    entities::Model model_;
    entities::Tagger tagger_;
};

class ExtractCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("extract", "Print what would be indexed, one JSON object a line");
        inputs_.set_up(command);
        command.add_flag("--strict", strict_, "End with exit code 1 when an article was skipped");
        command.add_flag("--no-mentions", no_mentions_, "Leave out the times that the text speaks of");
        command.add_flag("--no-entities", no_entities_, "Leave out names of people, organizations and places");
        command.add_option("--entity-model", entity_model_, "Find names by this model (see `indexer train-entities`)")
            ->type_name("MODEL");
        command.footer("docs/formats.md describes the record. Example:\n  indexer extract saved/page.txt | jq .title");
        return command;
    }

    ExitCode run(const SharedOptions& shared) override {
        std::optional<EntityFinder> finder;
        if (!no_entities_) finder.emplace(entity_model_);
        Report report;
        RunEnd end;
        {
            Progress progress(look_at(Stream::error, shared.color), std::nullopt);
            end = extract_articles(inputs_.pipeline(), report, progress, [&](const Article& article) {
                RecordOptions options{.mentions = !no_mentions_};
                if (finder) options.entities = finder->find(article);
                standard_output() << extracted_record(article, options) << '\n';
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
    bool no_entities_ = false;
    std::string entity_model_;
};

}  // namespace

std::unique_ptr<Command> make_extract_command() { return std::make_unique<ExtractCommand>(); }

}  // namespace dateline
