#pragma once

#include <span>
#include <string>

#include "searcher/output/json_values.h"
#include "searcher/server/route.h"

namespace dateline {

/// The routes as an OpenAPI 3.1 document.
std::string openapi_document(std::span<const Route> routes);

/// A parameter's values as a JSON Schema.
Json schema_of(const Parameter& parameter);

}  // namespace dateline
