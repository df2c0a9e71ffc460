#pragma once

#include <memory>
#include <vector>

#include "common/cli/program.h"

/// The indexer's subcommands: a file each, a line each in `indexer_commands`.
namespace dateline {

std::unique_ptr<Command> make_add_command();
std::unique_ptr<Command> make_watch_command();
std::unique_ptr<Command> make_extract_command();
std::unique_ptr<Command> make_remove_command();
std::unique_ptr<Command> make_stats_command();
std::unique_ptr<Command> make_check_command();
std::unique_ptr<Command> make_compact_command();
std::unique_ptr<Command> make_entities_command();
std::unique_ptr<Command> make_formats_command();
std::unique_ptr<Command> make_train_entities_command();

std::vector<std::unique_ptr<Command>> indexer_commands();

}  // namespace dateline
