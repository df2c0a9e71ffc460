#include "indexer/commands/commands.h"

namespace dateline {

std::vector<std::unique_ptr<Command>> indexer_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(make_add_command());
    commands.push_back(make_watch_command());
    commands.push_back(make_extract_command());
    commands.push_back(make_remove_command());
    commands.push_back(make_stats_command());
    commands.push_back(make_check_command());
    commands.push_back(make_compact_command());
    commands.push_back(make_entities_command());
    commands.push_back(make_formats_command());
    commands.push_back(make_train_entities_command());
    return commands;
}

}  // namespace dateline
