#pragma once

#include "searcher/output/json_values.h"

namespace dateline {

/// What the JSON of the server's answers consists of, as JSON Schemas (2020-12) by name: the `components/schemas` of
/// the OpenAPI document. A test holds every answer against them.
Json json_schemas();

}  // namespace dateline
