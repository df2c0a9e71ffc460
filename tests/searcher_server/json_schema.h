#pragma once

#include <set>
#include <string>
#include <vector>

#include "searcher/output/json_values.h"

namespace dateline::tests {

/// Holds values against the schemas of an OpenAPI document: the few words of JSON Schema that these use.
class SchemaCheck {
public:
    explicit SchemaCheck(const Json& document) : schemas_(document["components"]["schemas"]) {}

    /// What is wrong with a value of a named schema, each with its place.
    std::vector<std::string> complaints(const Json& value, const std::string& name) {
        complaints_.clear();
        check(value, {{"$ref", "#/components/schemas/" + name}}, name);
        return complaints_;
    }

    /// Members of schemas that no value had so far, as `Schema.member`.
    std::vector<std::string> never_seen() const {
        std::vector<std::string> never;
        for (const auto& [name, schema] : schemas_.items()) {
            const Json properties = schema.value("properties", Json::object());
            for (const auto& member : properties.items()) {
                if (!seen_.contains(name + "." + member.key())) never.push_back(name + "." + member.key());
            }
        }
        return never;
    }

private:
    void complain(const std::string& place, const std::string& what) { complaints_.push_back(place + ": " + what); }

    void check(const Json& value, const Json& schema, const std::string& place, const std::string& name = "") {
        if (schema.contains("$ref")) {
            const std::string reference = schema["$ref"].get<std::string>();
            const std::string target = reference.substr(reference.rfind('/') + 1);
            if (!schemas_.contains(target)) return complain(place, "no schema " + target);
            return check(value, schemas_[target], place, target);
        }
        if (schema.contains("anyOf")) return check_any(value, schema["anyOf"], place);
        if (schema.contains("const") && value != schema["const"]) complain(place, "is not " + schema["const"].dump());
        if (schema.contains("enum")) check_enum(value, schema["enum"], place);
        if (schema.contains("type") && !has_type(value, schema["type"])) {
            return complain(place, value.dump().substr(0, 60) + " is no " + schema["type"].dump());
        }
        if (schema.contains("minimum") && value.get<double>() < schema["minimum"].get<double>())
            complain(place, "is too small");
        if (value.is_object()) check_members(value, schema, place, name);
        if (value.is_array() && schema.contains("items")) {
            for (const Json& item : value) check(item, schema["items"], place + "[]");
        }
    }

    void check_any(const Json& value, const Json& schemas, const std::string& place) {
        std::vector<std::string> before = complaints_;
        for (const Json& each : schemas) {
            complaints_.clear();
            check(value, each, place);
            if (complaints_.empty()) {
                complaints_ = before;
                return;
            }
        }
        complaints_ = before;
        complain(place, value.dump().substr(0, 60) + " is none of " + schemas.dump());
    }

    void check_enum(const Json& value, const Json& values, const std::string& place) {
        for (const Json& each : values) {
            if (each == value) return;
        }
        complain(place, value.dump() + " is none of " + values.dump());
    }

    void check_members(const Json& value, const Json& schema, const std::string& place, const std::string& name) {
        const Json properties = schema.value("properties", Json::object());
        const Json required = schema.value("required", Json::array());
        for (const Json& member : required) {
            if (!value.contains(member.get<std::string>())) complain(place, "has no " + member.dump());
        }
        for (const auto& [key, member] : value.items()) {
            if (properties.contains(key)) {
                seen_.insert(name + "." + key);
                check(member, properties[key], place + "." + key);
            } else if (schema.contains("additionalProperties")) {
                const Json& others = schema["additionalProperties"];
                if (others.is_boolean() && !others.get<bool>()) complain(place, "may not have " + key);
                if (others.is_object()) check(member, others, place + "." + key);
            }
        }
    }

    static bool has_type(const Json& value, const Json& type) {
        if (type.is_array()) {
            for (const Json& each : type) {
                if (has_type(value, each)) return true;
            }
            return false;
        }
        return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
               (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
               (type == "null" && value.is_null()) || (type == "number" && value.is_number()) ||
               (type == "integer" && value.is_number_integer());
    }

    Json schemas_;
    std::set<std::string> seen_;
    std::vector<std::string> complaints_;
};

}  // namespace dateline::tests
