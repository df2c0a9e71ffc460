#pragma once

#include <string>

#include "searcher/server/route.h"

namespace dateline::mcp {

struct HttpOptions {
    std::string program_version;
    std::string allowed_origin{};  ///< whose pages may ask besides the server's own; `*` for all
};

/// `POST /mcp`: the protocol's streamable HTTP, without streams and sessions. Each request carries one message, or in
/// the versions that have them a batch, and is answered by itself; MCP-Protocol-Version says in which version.
Route mcp_route(HttpOptions options);

}  // namespace dateline::mcp
