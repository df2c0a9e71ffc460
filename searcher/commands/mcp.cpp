#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <string>
#include <string_view>

#include "common/cli/interrupt.h"
#include "common/cli/standard_input.h"
#include "common/cli/standard_output.h"
#include "common/cli/version.h"
#include "common/error.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/synonyms_options.h"
#include "searcher/live_searcher.h"
#include "searcher/mcp/conversation.h"
#include "searcher/mcp/session.h"
#include "searcher/requests/parameter.h"

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
        command.footer(
            "A client starts this program itself; docs/mcp.md tells how to name it to one. What is published in the\n"
            "index meanwhile is seen at the next call. It ends with its input, or by SIGTERM, with exit code 0.\n"
            "Example: searcher mcp --index news.index");
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        LiveSearcher searcher(index_);
        Request defaults;
        defaults.synonyms = read_synonyms(synonyms_, index_);
        defaults.timeout = query_timeout();
        mcp::Session session({.context =
                                  [&] {
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
};

}  // namespace

std::unique_ptr<Command> make_mcp_command() { return std::make_unique<McpCommand>(); }

}  // namespace dateline
