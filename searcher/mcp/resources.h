#pragma once

#include <string_view>

#include "searcher/output/json_values.h"
#include "searcher/search.h"

/// Articles as resources: dateline://article/ID, with the id percent-encoded.
namespace dateline::mcp {

Json resource_templates();

/// The contents of a resource. Throws RpcError where there is none.
Json read_resource(const Searcher& searcher, std::string_view uri);

}  // namespace dateline::mcp
