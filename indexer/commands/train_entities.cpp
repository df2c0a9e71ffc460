#include <CLI/CLI.hpp>

#include "indexer/commands/commands.h"
#include "indexer/entities/training/train.h"

namespace dateline {
namespace {

class TrainEntitiesCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("train-entities", "Make the model that finds names in text");
        command
            .add_option("--data", options_.data,
                        "Text with its names tagged, in columns; the tagger can follow the rules of each of these sets")
            ->type_name("FILE")
            ->required();
        command.add_option("--more", options_.more, "Further such sets, whose own rules are not kept")
            ->type_name("FILE");
        command.add_option("--test", options_.tests, "Sets to score at the end, in the order of --data")
            ->type_name("FILE");
        command.add_option("--lists", options_.lists, "Names known beforehand: list TAB name")->type_name("FILE");
        command.add_option("--clusters", options_.clusters, "Words and their clusters: word TAB four numbers")
            ->type_name("FILE");
        command.add_option("--out", options_.out, "The model to write")->type_name("MODEL")->required();
        command.add_option("--epochs", options_.crf.epochs, "How often all of the text is gone through")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::Range(1, 100));
        command.add_option("--epochs-after", options_.crf.epochs_after_pruning, "And again when the model is pruned")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::Range(0, 100));
        command.add_option("--rate", options_.crf.rate, "Rate of learning")->type_name("X")->capture_default_str();
        command.add_option("--dropout", options_.crf.dropout, "Share of a word's features left out in a step")
            ->type_name("X")
            ->capture_default_str()
            ->check(CLI::Range(0.0, 0.9));
        command.add_option("--scale", options_.weight_scale, "Factor of the weights in the end")
            ->type_name("X")
            ->capture_default_str();
        command.add_option("--least-count", options_.least_count, "Use features seen at least so often")
            ->type_name("N")
            ->capture_default_str();
        command.add_option("--features", options_.most_features, "Keep at most so many features")
            ->type_name("N")
            ->capture_default_str();
        command.add_option("--exact-features", options_.exact_features, "Keep the exact weights of so many of them")
            ->type_name("N")
            ->capture_default_str();
        command.add_option("--runs", options_.runs, "Train so many models side by side, and average them")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::Range(1, 64));
        command.footer("docs/entity-model.md tells how the model that comes with the program was made.");
        return command;
    }

    ExitCode run(const SharedOptions& /*shared*/) override {
        entities::train(options_);
        return ExitCode::ok;
    }

private:
    entities::TrainingOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_train_entities_command() { return std::make_unique<TrainEntitiesCommand>(); }

}  // namespace dateline
