#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/json_values.h"

/// The few forms of JSON Schema (2020-12) that tools describe what they take and give with.
namespace dateline::mcp {

struct Property {
    std::string name;
    Json schema;
    bool required = true;
};

/// An object of these members and no others.
Json object_schema(const std::vector<Property>& properties);
Json list_schema(Json items, std::string_view description);
Json text_schema(std::string_view description);
/// A whole number from 0 on.
Json count_schema(std::string_view description);
Json flag_schema(std::string_view description);
/// What the schema allows, or null.
Json or_null(Json schema);

}  // namespace dateline::mcp
