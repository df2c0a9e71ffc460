#include "indexer/commands/mention_options.h"

#include <CLI/CLI.hpp>

namespace dateline {

void MentionSwitches::set_up(CLI::App& command) {
    command.add_flag("--no-entities", no_entities, "Leave out names of people, organizations and places");
    command.add_flag("--no-mentions", no_times, "Leave out the times that the text speaks of");
    command.add_option("--entity-model", entity_model, "Find names by this model (see `indexer train-entities`)")
        ->type_name("MODEL");
}

MentionOptions MentionSwitches::options() const {
    return {.entities = !no_entities, .times = !no_times, .entity_model = entity_model};
}

}  // namespace dateline
