#include "searcher/server/openapi.h"

#include <charconv>
#include <string_view>

#include "common/text/ascii.h"
#include "searcher/server/schemas.h"

namespace dateline {
namespace {

Json query_parameter(const Parameter& parameter) {
    Json json{{"name", parameter.name}, {"in", "query"}, {"description", parameter.help}};
    Json schema = schema_of(parameter);
    if (parameter.repeats) {
        schema = {{"type", "array"}, {"items", std::move(schema)}};
        json["style"] = "form";
        json["explode"] = true;
    }
    if (parameter.is_required) json["required"] = true;
    json["schema"] = std::move(schema);
    return json;
}

/// Takes the names out of a pattern: `{id...}` becomes `{id}`, as the document has it.
std::string document_path(std::string_view pattern, Json& parameters) {
    std::string path;
    while (!pattern.empty()) {
        if (pattern.front() != '{') {
            path += pattern.front();
            pattern.remove_prefix(1);
            continue;
        }
        std::string_view name = pattern.substr(1, pattern.find('}') - 1);
        pattern.remove_prefix(name.size() + 2);
        if (name.ends_with("...")) name.remove_suffix(3);
        path.append("{").append(name).append("}");
        parameters.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    }
    return path;
}

Json success(const Route& route) {
    Json content = Json::object();
    for (const std::string& type : route.answers) {
        Json schema{{"type", "string"}};
        if (type == "application/json")
            schema = route.schema.empty() ? Json::object() : Json{{"$ref", "#/components/schemas/" + route.schema}};
        content[type] = {{"schema", std::move(schema)}};
    }
    return {{"description", route.summary}, {"content", std::move(content)}};
}

Json operation(const Route& route, Json parameters) {
    for (const Parameter& parameter : route.parameters) parameters.push_back(query_parameter(parameter));
    const Json problem{
        {"description", "What is wrong, and the way out"},
        {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
    Json json{{"operationId", route.kind}, {"summary", route.summary}};
    if (!parameters.empty()) json["parameters"] = std::move(parameters);
    json["responses"] = {{"200", success(route)}};
    if (route.is_cached) json["responses"]["304"] = {{"description", "Nothing has changed"}};
    json["responses"]["default"] = problem;
    if (route.is_open) json["security"] = Json::array();
    return json;
}

}  // namespace

Json schema_of(const Parameter& parameter) {
    Json schema;
    switch (parameter.kind) {
    case ParameterKind::flag: schema = {{"type", "string"}, {"enum", {"1", "true", "0", "false"}}}; break;
    case ParameterKind::count: schema = {{"type", "integer"}, {"minimum", 0}}; break;
    case ParameterKind::choice: schema = {{"type", "string"}, {"enum", parameter.choices}}; break;
    case ParameterKind::duration: schema = {{"type", "string"}, {"pattern", "^[0-9]+(\\.[0-9]+)?(ms|s|m)$"}}; break;
    case ParameterKind::text: schema = {{"type", "string"}}; break;
    }
    if (parameter.default_value.empty()) return schema;
    if (parameter.kind == ParameterKind::count) {
        schema["default"] = Json::parse(parameter.default_value);
    } else {
        schema["default"] = parameter.default_value;
    }
    return schema;
}

std::string openapi_document(std::span<const Route> routes) {
    Json paths = Json::object();
    for (const Route& route : routes) {
        if (!route.is_in_openapi) continue;
        Json parameters = Json::array();
        const std::string path = document_path(route.pattern, parameters);
        paths[path][lower_ascii(route.method)] = operation(route, std::move(parameters));
    }
    const Json document{
        {"openapi", "3.1.0"},
        {"info",
         {{"title", "Dateline"},
          {"version", "1"},
          {"description",
           "Full-text search over news articles. Parameters carry the names of the command line's options."},
          {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}}},
        {"servers", {{{"url", "/"}}}},
        {"security", {{{"token", Json::array()}}, Json::object()}},
        {"paths", std::move(paths)},
        {"components",
         {{"schemas", json_schemas()}, {"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
    };
    return json_text(document, 2) + "\n";
}

}  // namespace dateline
