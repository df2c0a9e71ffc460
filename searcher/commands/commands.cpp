#include "searcher/commands/commands.h"

namespace dateline {

std::vector<std::unique_ptr<Command>> searcher_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(make_search_command());
    commands.push_back(make_show_command());
    commands.push_back(make_similar_command());
    commands.push_back(make_suggest_command());
    commands.push_back(make_first_command());
    commands.push_back(make_entity_command());
    commands.push_back(make_timeline_command());
    commands.push_back(make_verify_command());
    commands.push_back(make_serve_command());
    commands.push_back(make_mcp_command());
    commands.push_back(make_evaluate_command());
    commands.push_back(make_bench_command());
    return commands;
}

}  // namespace dateline
