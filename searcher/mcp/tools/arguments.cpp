#include "searcher/mcp/tools/arguments.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <stdexcept>

#include "common/error.h"
#include "searcher/mcp/tools/schema.h"
#include "searcher/requests/requests.h"

namespace dateline::mcp {
namespace {

std::string json_name(const Parameter& parameter) {
    std::string name = parameter.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

Json parameter_schema(const Parameter& parameter) {
    switch (parameter.kind) {
    case ParameterKind::flag: return flag_schema(parameter.help);
    case ParameterKind::count: return count_schema(parameter.help);
    case ParameterKind::choice:
    case ParameterKind::duration:
    case ParameterKind::text: break;
    }
    return parameter.repeats ? list_schema(text_schema({}), parameter.help) : text_schema(parameter.help);
}

Json default_of(const Parameter& parameter) {
    if (parameter.kind == ParameterKind::count) return std::stoull(parameter.default_value);
    return parameter.default_value;
}

Json argument_schema(const Argument& argument) {
    Json schema = parameter_schema(argument.parameter);
    if (!argument.parameter.choices.empty()) schema["enum"] = argument.parameter.choices;
    if (argument.most) schema["maximum"] = *argument.most;
    if (!argument.parameter.default_value.empty()) schema["default"] = default_of(argument.parameter);
    return schema;
}

bool is_count(const Json& value) {
    return value.is_number_unsigned() || (value.is_number_integer() && value.get<std::int64_t>() >= 0);
}

/// As an address would have it; nothing where the JSON is of another type.
std::optional<std::string> written(const Parameter& parameter, const Json& value) {
    if (parameter.kind == ParameterKind::flag)
        return value.is_boolean() ? std::optional<std::string>(value.get<bool>() ? "1" : "0") : std::nullopt;
    if (parameter.kind == ParameterKind::count)
        return is_count(value) ? std::optional(std::to_string(value.get<std::uint64_t>())) : std::nullopt;
    return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
}

std::string_view wanted(const Parameter& parameter) {
    switch (parameter.kind) {
    case ParameterKind::flag: return "true or false is wanted";
    case ParameterKind::count: return "a whole number from 0 on is wanted";
    case ParameterKind::choice:
    case ParameterKind::duration:
    case ParameterKind::text: break;
    }
    return parameter.repeats ? "a list of strings is wanted" : "a string is wanted";
}

void add_value(const Argument& argument, const Json& value, ParameterValues& values) {
    const Parameter& parameter = argument.parameter;
    const auto text = written(parameter, value);
    if (!text) throw UsageError(fmt::format("{}: {}", json_name(parameter), wanted(parameter)));
    if (const std::string wrong = complaint(parameter, *text); !wrong.empty())
        throw UsageError(fmt::format("{}: {}", json_name(parameter), wrong));
    if (argument.most && value.get<std::uint64_t>() > *argument.most)
        throw UsageError(fmt::format("{}: at most {} is allowed", json_name(parameter), *argument.most));
    values.add(parameter.name, *text);
}

void add_values(const Argument& argument, const Json& value, ParameterValues& values) {
    if (!argument.parameter.repeats) return add_value(argument, value, values);
    if (!value.is_array())
        throw UsageError(fmt::format("{}: {}", json_name(argument.parameter), wanted(argument.parameter)));
    for (const Json& item : value) add_value(argument, item, values);
}

void refuse_unknown(std::span<const Argument> declared, const Json& given) {
    std::vector<std::string> names;
    for (const Argument& argument : declared) names.push_back(json_name(argument.parameter));
    for (const auto& member : given.items()) {
        if (std::find(names.begin(), names.end(), member.key()) == names.end())
            throw UsageError(
                fmt::format("there is no argument {}; there are {}", member.key(), fmt::join(names, ", ")));
    }
}

}  // namespace

std::vector<Argument> arguments_from(std::span<const Parameter> table, std::initializer_list<std::string_view> names) {
    std::vector<Argument> arguments;
    for (const std::string_view name : names) arguments.push_back({parameter(table, name)});
    return arguments;
}

void limit_argument(std::vector<Argument>& arguments, std::string_view name, std::size_t usual, std::size_t most) {
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [&](const Argument& argument) { return argument.parameter.name == name; });
    if (found == arguments.end()) throw std::logic_error(fmt::format("there is no argument {}", name));
    found->parameter.default_value = std::to_string(usual);
    found->most = most;
}

Json input_schema(std::span<const Argument> arguments) {
    std::vector<Property> properties;
    for (const Argument& argument : arguments)
        properties.push_back({json_name(argument.parameter), argument_schema(argument), argument.required});
    return object_schema(properties);
}

ParameterValues read_arguments(std::span<const Argument> declared, const Json& given) {
    if (!given.is_object()) throw UsageError("the arguments are to be a JSON object");
    refuse_unknown(declared, given);
    ParameterValues values;
    for (const Argument& argument : declared) {
        const auto value = given.find(json_name(argument.parameter));
        if (value != given.end() && !value->is_null()) {
            add_values(argument, *value, values);
        } else if (argument.required) {
            throw UsageError(fmt::format("{} is missing: {}", json_name(argument.parameter), argument.parameter.help));
        } else if (!argument.parameter.default_value.empty()) {
            values.add(argument.parameter.name, argument.parameter.default_value);
        }
    }
    return values;
}

}  // namespace dateline::mcp
