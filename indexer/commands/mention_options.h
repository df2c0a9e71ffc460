#pragma once

#include <string>

#include "indexer/mention_finder.h"

namespace CLI {
class App;
}

namespace dateline {

/// --no-entities, --no-mentions and --entity-model, as the commands that look for names and times take them.
struct MentionSwitches {
    bool no_entities = false;
    bool no_times = false;
    std::string entity_model;

    void set_up(CLI::App& command);
    MentionOptions options() const;
};

}  // namespace dateline
