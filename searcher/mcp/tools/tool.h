#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/mcp/tools/arguments.h"
#include "searcher/output/json_values.h"
#include "searcher/requests/parameter.h"
#include "searcher/search.h"

namespace dateline::mcp {

/// What tools answer from.
struct ToolContext {
    Searcher& searcher;  ///< on the index as it is now
    Request defaults{};  ///< what holds for every query: synonyms, aliases, the time it may take, what ends it
};

/// Something that a client may have done. All of them only read.
struct Tool {
    std::string_view name;
    std::string_view title;
    std::string description;
    std::vector<Argument> arguments;
    Json output_schema;
    /// Throws Error, whose words go to the client.
    Json (*call)(const ToolContext& context, const ParameterValues& values) = nullptr;
};

}  // namespace dateline::mcp
