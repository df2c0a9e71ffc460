#include "searcher/mcp/tools/schema.h"

#include <string>
#include <utility>

namespace dateline::mcp {
namespace {

Json schema_of(const char* type, std::string_view description) {
    Json schema{{"type", type}};
    if (!description.empty()) schema["description"] = description;
    return schema;
}

}  // namespace

Json object_schema(const std::vector<Property>& properties) {
    Json schema{{"type", "object"}, {"properties", Json::object()}, {"required", Json::array()}};
    for (const Property& property : properties) {
        schema["properties"][property.name] = property.schema;
        if (property.required) schema["required"].push_back(property.name);
    }
    if (schema["required"].empty()) schema.erase("required");
    schema["additionalProperties"] = false;
    return schema;
}

Json list_schema(Json items, std::string_view description) {
    Json schema = schema_of("array", description);
    schema["items"] = std::move(items);
    return schema;
}

Json text_schema(std::string_view description) { return schema_of("string", description); }

Json count_schema(std::string_view description) {
    Json schema = schema_of("integer", description);
    schema["minimum"] = 0;
    return schema;
}

Json flag_schema(std::string_view description) { return schema_of("boolean", description); }

Json or_null(Json schema) {
    Json type = std::move(schema["type"]);
    schema["type"] = Json::array({std::move(type), "null"});
    return schema;
}

}  // namespace dateline::mcp
