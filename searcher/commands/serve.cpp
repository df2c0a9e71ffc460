#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "common/cli/interrupt.h"
#include "common/cli/standard_output.h"
#include "common/cli/version.h"
#include "common/error.h"
#include "searcher/commands/aliases_options.h"
#include "searcher/commands/commands.h"
#include "searcher/commands/synonyms_options.h"
#include "searcher/http/listening_socket.h"
#include "searcher/http/server.h"
#include "searcher/mcp/http/mcp_route.h"
#include "searcher/page/page_routes.h"
#include "searcher/requests/parameter.h"
#include "searcher/server/access.h"
#include "searcher/server/api_routes.h"
#include "searcher/server/live_index.h"
#include "searcher/server/service.h"

namespace dateline {
namespace {

/// How long requests under way may go on once the server is to stop.
constexpr std::chrono::milliseconds grace{4000};
constexpr std::size_t list_memory_bytes = std::size_t{256} << 20;  ///< of all threads together

/// `HOST:PORT`, `[IPV6]:PORT`, `:PORT` or `PORT`.
std::pair<std::string, std::uint16_t> read_address(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    std::string host = colon == std::string::npos || colon == 0 ? "127.0.0.1" : text.substr(0, colon);
    const std::string port_text = colon == std::string::npos ? text : text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    std::uint16_t port = 0;
    const char* const end = port_text.data() + port_text.size();
    const auto [stopped, error] = std::from_chars(port_text.data(), end, port);
    if (error != std::errc{} || stopped != end || port_text.empty())
        throw UsageError(fmt::format("--listen {}: HOST:PORT is wanted, such as 127.0.0.1:8080", text));
    return {std::move(host), port};
}

/// Everything that can be asked, in the order in which patterns are tried.
std::vector<Route> all_routes(const std::string& cors_origin) {
    std::vector<Route> routes = api_routes();
    routes.push_back(mcp::mcp_route({.program_version = std::string(version()), .allowed_origin = cors_origin}));
    for (Route& route : page::page_routes()) routes.push_back(std::move(route));
    return routes;
}

class ServeCommand : public Command {
public:
    CLI::App& set_up(CLI::App& program) override {
        CLI::App& command = *program.add_subcommand("serve", "Answer over HTTP: a page for people, JSON for programs");
        command.add_option("--index", index_, "Folder of the index")->type_name("DIR")->required();
        command
            .add_option("--listen", listen_,
                        "Where to listen; port 0 is any free one. An address that others can reach needs --token-file "
                        "or --public")
            ->type_name("HOST:PORT")
            ->capture_default_str();
        CLI::Option* token =
            command
                .add_option(
                    "--token-file", token_file_,
                    "Answer only who has a token of this file, one a line: as `Authorization: Bearer TOKEN`, or "
                    "as the password that a browser asks for")
                ->type_name("FILE");
        command.add_flag("--public", public_, "Answer anyone who reaches the address")->excludes(token);
        command.add_option("--threads", threads_, "Requests answered at once; 0: one a processor")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::Range(0, 256));
        command.add_option("--query-timeout", query_timeout_, "Most time for an answer")
            ->type_name("TIME")
            ->capture_default_str();
        command.add_option("--connections", connections_, "Most connections at once; more wait")
            ->type_name("N")
            ->capture_default_str()
            ->check(CLI::Range(1, 1'000'000));
        command
            .add_option("--cors", cors_,
                        "Let pages of this origin read the answers, such as https://example.org; * for all")
            ->type_name("ORIGIN");
        command.add_flag("--private-log", private_log_, "Leave what was asked out of the log");
        add_synonyms_options(command, synonyms_);
        add_aliases_options(command, aliases_);
        command.footer(
            "What `indexer` publishes is searchable within a second; so are changes of synonyms and aliases.\n"
            "Ctrl-C or SIGTERM lets requests under way finish, for 4 s at most. -q leaves requests out of the log. See "
            "docs/server.md.\n"
            "Examples:\n"
            "  searcher serve --index news.index\n"
            "  curl 'http://127.0.0.1:8080/api/search?q=summit&limit=3'\n"
            "  searcher serve --index news.index --listen 0.0.0.0:8080 --token-file tokens.txt");
        return command;
    }

    ExitCode run(const SharedOptions&) override {
        const auto [host, port] = read_address(listen_);
        const bool is_loopback = http::is_loopback(host);
        if (!is_loopback && token_file_.empty() && !public_) {
            throw UsageError(
                fmt::format("others can reach {}: say who may ask, with --token-file FILE, or --public for "
                            "anyone",
                            host));
        }
        const LiveIndex live(index_, edited_synonyms(synonyms_, index_), edited_aliases(aliases_, index_));
        const http::ServerOptions options{
            .host = host, .port = port, .workers = workers(), .most_connections = connections_};
        Service service(live, all_routes(cors_), service_options(is_loopback));
        http::Server server(options, service);
        service.count_connections_by([&server] { return server.connections(); });
        catch_interrupts();
        standard_output() << fmt::format("open {} in a browser{}\n", server.address(), who_may_ask(is_loopback));
        finish_standard_output();
        while (!interrupted()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        spdlog::info("stopping: requests under way may finish");
        server.stop(grace);
        return ExitCode::ok;
    }

private:
    std::string_view who_may_ask(bool is_loopback) const {
        if (!token_file_.empty()) return "; a token is wanted";
        return is_loopback ? "" : "; anyone who reaches it may ask";
    }

    std::size_t workers() const {
        return threads_ > 0 ? threads_ : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    }

    Service::Options service_options(bool is_loopback) const {
        const auto timeout = read_duration(query_timeout_);
        if (!timeout) throw UsageError(fmt::format("--query-timeout {}: a time is wanted, such as 2s", query_timeout_));
        Service::Options options;
        options.workers = workers();
        options.engine.query_timeout = *timeout;
        options.engine.list_memory_bytes = list_memory_bytes / workers();
        if (!token_file_.empty()) options.access.tokens = read_tokens(token_file_);
        options.access.only_local_names = is_loopback && !public_ && token_file_.empty();
        options.access.cors_origin = cors_;
        options.private_log = private_log_;
        return options;
    }

    std::string index_;
    std::string listen_ = "127.0.0.1:8080";
    std::string token_file_;
    bool public_ = false;
    std::size_t threads_ = 0;
    std::string query_timeout_ = "2s";
    std::size_t connections_ = 4096;
    std::string cors_;
    bool private_log_ = false;
    SynonymsOptions synonyms_;
    AliasesOptions aliases_;
};

}  // namespace

std::unique_ptr<Command> make_serve_command() { return std::make_unique<ServeCommand>(); }

}  // namespace dateline
