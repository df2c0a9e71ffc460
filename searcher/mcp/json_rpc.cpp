#include "searcher/mcp/json_rpc.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cstdint>
#include <utility>

namespace dateline::mcp {
namespace {

using Value = simdjson::dom::element;

Json to_json(const Value& value) {
    switch (value.type()) {
    case simdjson::dom::element_type::ARRAY: {
        Json list = Json::array();
        for (const Value item : simdjson::dom::array(value)) list.push_back(to_json(item));
        return list;
    }
    case simdjson::dom::element_type::OBJECT: {
        Json object = Json::object();
        for (const auto& [key, member] : simdjson::dom::object(value)) object[std::string(key)] = to_json(member);
        return object;
    }
    case simdjson::dom::element_type::INT64: return std::int64_t(value);
    case simdjson::dom::element_type::UINT64: return std::uint64_t(value);
    case simdjson::dom::element_type::DOUBLE: return double(value);
    case simdjson::dom::element_type::STRING: return std::string_view(value);
    case simdjson::dom::element_type::BOOL: return bool(value);
    case simdjson::dom::element_type::NULL_VALUE: return nullptr;
    }
    return nullptr;
}

bool has_text(const Json& object, const char* key, std::string_view wanted) {
    const auto member = object.find(key);
    return member != object.end() && member->is_string() && member->get_ref<const std::string&>() == wanted;
}

/// Nothing for an answer of the client's, and for a notification that says nothing.
std::optional<Part> read_part(Json value) {
    if (!value.is_object()) return Refusal{nullptr, ErrorCode::invalid_request, "a message is a JSON object"};
    const auto id = value.find("id");
    const bool has_id = id != value.end();
    const Json known_id = has_id && is_id(*id) ? *id : Json(nullptr);
    const auto refuse = [&](std::string reason) {
        return Refusal{known_id, ErrorCode::invalid_request, std::move(reason)};
    };
    if (!has_text(value, "jsonrpc", "2.0")) return refuse("\"jsonrpc\" is to be \"2.0\"");
    const auto method = value.find("method");
    if (method == value.end()) {
        if (value.contains("result") || value.contains("error")) return std::nullopt;
        return refuse("there is no \"method\"");
    }
    if (!method->is_string()) return refuse("\"method\" is no string");
    if (has_id && known_id.is_null()) return refuse("\"id\" is neither a string nor a whole number");
    Message message{.id = has_id ? std::optional(known_id) : std::nullopt, .method = method->get<std::string>()};
    if (const auto params = value.find("params"); params != value.end()) {
        if (!params->is_object()) {
            if (!has_id) return std::nullopt;  // nobody answers a notification
            return Refusal{known_id, ErrorCode::invalid_params, "\"params\" is no JSON object"};
        }
        message.params = std::move(*params);
    }
    return message;
}

}  // namespace

bool is_id(const Json& value) { return value.is_string() || value.is_number_integer(); }

Incoming read_incoming(std::string_view text) {
    simdjson::dom::parser parser;
    Value value;
    auto error = parser.allocate(text.size(), deepest_message);
    if (error == simdjson::SUCCESS) error = parser.parse(text.data(), text.size()).get(value);
    if (error != simdjson::SUCCESS) {
        return {.parts = {Refusal{nullptr, ErrorCode::parse_error,
                                  fmt::format("not JSON: {}", simdjson::error_message(error))}}};
    }
    Incoming incoming{.is_batch = value.is_array()};
    Json read = to_json(value);
    if (!incoming.is_batch) {
        if (auto part = read_part(std::move(read))) incoming.parts.push_back(std::move(*part));
        return incoming;
    }
    if (read.empty()) return {.parts = {Refusal{nullptr, ErrorCode::invalid_request, "a batch of no messages"}}};
    for (Json& item : read) {
        if (auto part = read_part(std::move(item))) incoming.parts.push_back(std::move(*part));
    }
    return incoming;
}

Json result_message(const Json& id, Json result) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

Json error_message(const Json& id, ErrorCode code, const std::string& reason) {
    return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", reason}}}};
}

}  // namespace dateline::mcp
