#pragma once

#include <memory>
#include <vector>

#include "common/cli/program.h"

/// The searcher's subcommands: a file each, a line each in `searcher_commands`.
namespace dateline {

std::unique_ptr<Command> make_search_command();
std::unique_ptr<Command> make_show_command();
std::unique_ptr<Command> make_similar_command();
std::unique_ptr<Command> make_suggest_command();
std::unique_ptr<Command> make_first_command();
std::unique_ptr<Command> make_entity_command();
std::unique_ptr<Command> make_timeline_command();
std::unique_ptr<Command> make_verify_command();
std::unique_ptr<Command> make_serve_command();
std::unique_ptr<Command> make_mcp_command();
std::unique_ptr<Command> make_evaluate_command();
std::unique_ptr<Command> make_bench_command();

std::vector<std::unique_ptr<Command>> searcher_commands();

}  // namespace dateline
