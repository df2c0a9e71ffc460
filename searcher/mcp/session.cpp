#include "searcher/mcp/session.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "common/error.h"
#include "searcher/mcp/instructions.h"
#include "searcher/mcp/resources.h"
#include "searcher/mcp/tools/registry.h"

namespace dateline::mcp {
namespace {

std::string text_member(const Json& params, const char* key) {
    const auto member = params.find(key);
    if (member == params.end() || !member->is_string())
        throw RpcError(ErrorCode::invalid_params, fmt::format("\"{}\" is to be a string", key));
    return member->get<std::string>();
}

/// Lists come in one piece, so there is no place to go on from.
void refuse_cursor(const Json& params) {
    if (params.contains("cursor")) throw RpcError(ErrorCode::invalid_params, "no list was given with a cursor");
}

Json description_of(const Tool& tool, const ProtocolVersion& version) {
    Json json{{"name", tool.name}};
    if (version.structured_content) json["title"] = tool.title;
    json["description"] = tool.description;
    json["inputSchema"] = input_schema(tool.arguments);
    if (version.structured_content) json["outputSchema"] = tool.output_schema;
    if (version.annotations) {
        json["annotations"] = {{"title", tool.title},
                               {"readOnlyHint", true},
                               {"destructiveHint", false},
                               {"idempotentHint", true},
                               {"openWorldHint", false}};
    }
    return json;
}

Json text_content(const std::string& text) { return Json::array({{{"type", "text"}, {"text", text}}}); }

}  // namespace

std::optional<Json> Session::answer(const Incoming& incoming, const std::function<bool(const Json& id)>& is_cancelled) {
    if (incoming.is_batch && !version_->batches) {
        return error_message(nullptr, ErrorCode::invalid_request,
                             fmt::format("{} has no batches: one message at a time", version_->name));
    }
    Json answers = Json::array();
    for (const Part& part : incoming.parts) {
        const auto* message = std::get_if<Message>(&part);
        const auto cancelled = [&] { return message && message->is_request() && is_cancelled(*message->id); };
        if (cancelled()) continue;
        std::optional<Json> answer = answer_part(part, incoming.is_batch);
        if (answer && !cancelled()) answers.push_back(std::move(*answer));
    }
    if (answers.empty()) return std::nullopt;
    if (incoming.is_batch) return answers;
    return std::move(answers.front());
}

std::optional<Json> Session::answer_part(const Part& part, bool in_batch) {
    if (const auto* refusal = std::get_if<Refusal>(&part))
        return error_message(refusal->id, refusal->code, refusal->reason);
    const auto& message = std::get<Message>(part);
    if (!message.is_request()) return std::nullopt;  // what clients tell changes nothing here
    try {
        return result_message(*message.id, result_of(message, in_batch));
    } catch (const RpcError& error) {
        return error_message(*message.id, error.code(), error.what());
    } catch (const std::exception& error) {
        spdlog::error("{}: {}", message.method, error.what());
        return error_message(*message.id, ErrorCode::internal_error, error.what());
    }
}

Json Session::result_of(const Message& message, bool in_batch) {
    static constexpr std::array<std::pair<std::string_view, Json (Session::*)(const Json&)>, 7> methods{{
        {"initialize", &Session::initialize},
        {"ping", &Session::ping},
        {"tools/list", &Session::list_tools},
        {"tools/call", &Session::call_tool},
        {"resources/list", &Session::list_resources},
        {"resources/templates/list", &Session::list_resource_templates},
        {"resources/read", &Session::read_one},
    }};
    const std::string& method = message.method;
    if (in_batch && method == "initialize")
        throw RpcError(ErrorCode::invalid_request, "initialize is no part of a batch");
    const auto found =
        std::find_if(methods.begin(), methods.end(), [&](const auto& row) { return row.first == method; });
    if (found == methods.end())
        throw RpcError(ErrorCode::method_not_found, fmt::format("there is no method {}", method));
    return (this->*found->second)(message.params);
}

/// The version asked for, or else the newest of ours, which the client may take or leave.
Json Session::initialize(const Json& params) {
    const ProtocolVersion* asked = find_version(text_member(params, "protocolVersion"));
    version_ = asked ? asked : &newest_version();
    return {{"protocolVersion", version_->name},
            {"capabilities", {{"tools", Json::object()}, {"resources", Json::object()}}},
            {"serverInfo", {{"name", "dateline"}, {"title", "Dateline"}, {"version", options_.program_version}}},
            {"instructions", instructions()}};
}

Json Session::ping(const Json& /*params*/) { return Json::object(); }

Json Session::list_tools(const Json& params) {
    refuse_cursor(params);
    Json list = Json::array();
    for (const Tool& tool : tools()) list.push_back(description_of(tool, *version_));
    return {{"tools", std::move(list)}};
}

/// What a tool refuses is its answer, for the model to read and do better; only a tool that does not exist is an error
/// of the protocol.
Json Session::call_tool(const Json& params) {
    const std::string name = text_member(params, "name");
    const Tool* tool = find_tool(name);
    if (!tool) throw RpcError(ErrorCode::invalid_params, fmt::format("there is no tool {}", name));
    const auto given = params.find("arguments");
    try {
        const ParameterValues values = read_arguments(tool->arguments, given == params.end() ? Json::object() : *given);
        Json answer = tool->call(options_.context(), values);
        Json result{{"content", text_content(json_text(answer, -1))}};
        if (version_->structured_content) result["structuredContent"] = std::move(answer);
        return result;
    } catch (const Error& error) {
        return {{"content", text_content(error.what())}, {"isError", true}};
    }
}

/// None by name: there are as many as articles.
Json Session::list_resources(const Json& params) {
    refuse_cursor(params);
    return {{"resources", Json::array()}};
}

Json Session::list_resource_templates(const Json& params) {
    refuse_cursor(params);
    return {{"resourceTemplates", resource_templates()}};
}

Json Session::read_one(const Json& params) {
    return {{"contents", read_resource(options_.context().searcher, text_member(params, "uri"))}};
}

}  // namespace dateline::mcp
