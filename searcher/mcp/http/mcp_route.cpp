#include "searcher/mcp/http/mcp_route.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "common/text/utf8.h"
#include "searcher/mcp/session.h"
#include "searcher/server/problem.h"

namespace dateline::mcp {
namespace {

constexpr std::string_view json_type = "application/json";

/// Without its parameters.
std::string_view media_type(std::string_view header) { return trim(header.substr(0, header.find(';'))); }

/// A client says that it takes JSON and event streams; we send JSON.
bool accepts_json(std::string_view accept) {
    if (trim(accept).empty()) return true;
    while (!accept.empty()) {
        const std::string_view range = media_type(accept.substr(0, accept.find(',')));
        if (range == "*/*" || range == "application/*" || http::equal_without_case(range, json_type)) return true;
        accept.remove_prefix(std::min(accept.size(), accept.find(',')));
        if (!accept.empty()) accept.remove_prefix(1);
    }
    return false;
}

/// Pages from elsewhere must not use a server that only their reader can reach. Programs send no Origin.
bool may_ask(const http::Request& request, const std::string& allowed_origin) {
    const auto origin = request.header("Origin");
    if (!origin || allowed_origin == "*" || *origin == allowed_origin) return true;
    const std::string host = request.header("Host").value_or("");
    return !host.empty() && (*origin == "http://" + host || *origin == "https://" + host);
}

/// Why a request is refused before its message is read.
std::optional<http::Response> refusal(const http::Request& request, const HttpOptions& options) {
    if (!may_ask(request, options.allowed_origin))
        return problem(403, "pages of this origin may not ask; --cors ORIGIN lets those of one");
    if (!http::equal_without_case(media_type(request.header("Content-Type").value_or("")), json_type))
        return problem(415, "a message has the Content-Type application/json");
    if (!accepts_json(request.header("Accept").value_or("")))
        return problem(406, "answers are application/json, which Accept leaves out");
    if (const auto version = request.header("MCP-Protocol-Version"); version && !find_version(*version))
        return problem(400, "this MCP-Protocol-Version is not spoken; leave it out and send initialize");
    return std::nullopt;
}

const ProtocolVersion& version_of(const http::Request& request) {
    const auto name = request.header("MCP-Protocol-Version");
    return name ? *find_version(*name) : version_without_header();
}

bool is_no_message(const Incoming& incoming) {
    return !incoming.is_batch && !incoming.parts.empty() && std::holds_alternative<Refusal>(incoming.parts.front());
}

http::Response answer(Call& call, const HttpOptions& options) {
    if (auto refused = refusal(call.request, options)) return std::move(*refused);
    Session session({.context =
                         [&] {
                             return ToolContext{call.engine.searcher(), call.engine.prepared(Request{})};
                         },
                     .program_version = options.program_version},
                    version_of(call.request));
    const Incoming incoming = read_incoming(call.request.body);
    const auto message = session.answer(incoming);
    if (!message) return http::Response{.status = 202};
    return http::make_response(is_no_message(incoming) ? 400 : 200, std::string(json_type), json_text(*message, -1));
}

}  // namespace

Route mcp_route(HttpOptions options) {
    return {.method = "POST",
            .pattern = "/mcp",
            .handler = [options = std::move(options)](Call& call) { return answer(call, options); },
            .kind = "mcp",
            .summary = "Model Context Protocol for assistants",
            .answers = {std::string(json_type)},
            .is_cached = false,
            .is_in_openapi = false};
}

}  // namespace dateline::mcp
