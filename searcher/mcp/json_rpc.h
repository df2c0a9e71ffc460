#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/error.h"
#include "searcher/output/json_values.h"

/// JSON-RPC 2.0 (https://www.jsonrpc.org/specification), as the Model Context Protocol uses it: ids are strings or
/// whole numbers, parameters are objects.
namespace dateline::mcp {

/// The numbers of the specification, and one of the protocol's own.
enum class ErrorCode : int {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    internal_error = -32603,
    resource_not_found = -32002,
};

/// What a request is refused with.
class RpcError : public Error {
public:
    RpcError(ErrorCode code, const std::string& what) : Error(what), code_(code) {}
    ErrorCode code() const noexcept { return code_; }

private:
    ErrorCode code_;
};

/// A request, or without an id a notification, which nobody answers.
struct Message {
    std::optional<Json> id;
    std::string method;
    Json params = Json::object();

    bool is_request() const { return id.has_value(); }
};

/// What came in a message's place and is none.
struct Refusal {
    Json id;  ///< null where it could not be read
    ErrorCode code = ErrorCode::invalid_request;
    std::string reason;
};

using Part = std::variant<Message, Refusal>;

/// What came in one piece: a message, or a batch of them. Answers of a client, which this server never asked for, are
/// left out.
struct Incoming {
    bool is_batch = false;
    std::vector<Part> parts;
};

/// Values in one another; deeper is refused.
inline constexpr std::size_t deepest_message = 64;

bool is_id(const Json& value);

/// Reads any bytes; what is wrong with them is told in the parts.
Incoming read_incoming(std::string_view text);

Json result_message(const Json& id, Json result);
Json error_message(const Json& id, ErrorCode code, const std::string& reason);

}  // namespace dateline::mcp
