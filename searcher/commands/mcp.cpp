#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "common/cli/interrupt.h"
#include "common/cli/standard_input.h"
#include "common/cli/standard_output.h"
#include "common/cli/version.h"
#include "common/error.h"
#include "searcher/commands/aliases_options.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/synonyms_options.h"
#include "searcher/live_searcher.h"
#include "searcher/mcp/conversation.h"
#include "searcher/mcp/session.h"
#include "searcher/requests/parameter.h"
#include "searcher/watched_file.h"

namespace dateline {
namespace {

mcp::Pipe::State read_messages(std::string& bytes, bool wait) {
    switch (read_standard_input(bytes, wait)) {
    case InputState::open: return mcp::Pipe::State::open;
    case InputState::ended: return mcp::Pipe::State::ended;
    case InputState::interrupted: break;
    }
    return mcp::Pipe::State::stopped;
}

bool write_message(std::string_view line) {
    standard_output() << line << '\n' << std::flush;
    return standard_output_has_reader();
}

/// What the file says now; where it is broken the log says so, and what it said before stands.
template <typename Value>
std::shared_ptr<const Value> newest(WatchedFile<Value>& file) {
    try {
        file.look();
    } catch (const std::exception& error) {
        spdlog::warn("{}; answers go on from what was there before", error.what());
    }
    return file.value();
}

class McpCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand(
            "mcp", "Let an assistant search: Model Context Protocol on standard input and output");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command.add_option("--query-timeout", query_timeout_, "Most time for an answer")
            ->type_name("TIME")
            ->capture_default_str();
        add_synonyms_options(command, synonyms_);
        add_aliases_options(command, aliases_);
        command.footer(
            "A client starts this program itself; docs/mcp.md tells how to name it to one. What is published in the\n"
            "index meanwhile is seen at the next call, as are changes of synonyms and aliases. It ends with its input, "
            "or by SIGTERM, with exit code 0.\n"
            "Example: searcher mcp --index news.index");
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        LiveSearcher searcher(index_);
        WatchedFile<query::Synonyms> synonyms(edited_synonyms(synonyms_, index_));
        WatchedFile<Aliases> aliases(edited_aliases(aliases_, index_));
        Request defaults;
        defaults.timeout = query_timeout();
        mcp::Session session({.context =
                                  [&] {
                                      defaults.synonyms = newest(synonyms);
                                      defaults.aliases = newest(aliases);
                                      return mcp::ToolContext{searcher.now(), defaults};
                                  },
                              .program_version = std::string(version())});
        catch_interrupts();
        spdlog::debug("{} articles; waiting for messages", searcher.now().index().articles());
        mcp::Conversation(session, {.read = read_messages, .write = write_message}).run();
        return ExitCode::ok;
    }

private:
    std::chrono::milliseconds query_timeout() const {
        const auto timeout = read_duration(query_timeout_);
        if (!timeout) throw UsageError(fmt::format("--query-timeout {}: a time is wanted, such as 2s", query_timeout_));
        return *timeout;
    }

    std::string index_;
    std::string query_timeout_ = "2s";
    SynonymsOptions synonyms_;
    AliasesOptions aliases_;
};

}  // namespace

std::unique_ptr<Command> make_mcp_command() { return std::make_unique<McpCommand>(); }

}  // namespace dateline
