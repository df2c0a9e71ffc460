#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "searcher/mcp/json_rpc.h"
#include "searcher/mcp/protocol_version.h"
#include "searcher/mcp/tools/tool.h"

/// The Model Context Protocol (https://modelcontextprotocol.io/specification) over an index.
namespace dateline::mcp {

/// What a session is made with.
struct SessionOptions {
    /// What tools answer from, asked once for each request that needs it. May throw Error.
    std::function<ToolContext()> context;
    std::string program_version;
};

/// What was agreed with one client, and the answers to it. One thread at a time.
class Session {
public:
    /// Speaks the newest version until another one is agreed on.
    explicit Session(SessionOptions options, const ProtocolVersion& version = newest_version())
        : options_(std::move(options)), version_(&version) {}

    /// What is to be sent back; nothing where no answer is due. `is_cancelled` is asked before and after each request,
    /// and a cancelled one gets no answer.
    std::optional<Json> answer(const Incoming& incoming,
                               const std::function<bool(const Json& id)>& is_cancelled = never_cancelled);

    const ProtocolVersion& version() const { return *version_; }

private:
    static bool never_cancelled(const Json& /*id*/) { return false; }

    std::optional<Json> answer_part(const Part& part, bool in_batch);
    Json result_of(const Message& message, bool in_batch);
    // The methods.
    Json initialize(const Json& params);
    Json ping(const Json& params);
    Json list_tools(const Json& params);
    Json call_tool(const Json& params);
    Json list_resources(const Json& params);
    Json list_resource_templates(const Json& params);
    Json read_one(const Json& params);

    SessionOptions options_;
    const ProtocolVersion* version_;
};

}  // namespace dateline::mcp
