#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/json_values.h"
#include "searcher/requests/parameter.h"

/// Arguments of tools: parameters as the command line and addresses have them, told and given as JSON. `facet-limit` is
/// `facet_limit` there.
namespace dateline::mcp {

struct Argument {
    Parameter parameter;
    bool required = false;
    std::optional<std::size_t> most{};  ///< of a count
};

/// These rows of a table, in this order.
std::vector<Argument> arguments_from(std::span<const Parameter> table, std::initializer_list<std::string_view> names);

/// Sets another default, and the most that is allowed, for the argument of a list that has this name.
void limit_argument(std::vector<Argument>& arguments, std::string_view name, std::size_t usual, std::size_t most);

/// As JSON Schema has them.
Json input_schema(std::span<const Argument> arguments);

/// The values given, and defaults where none is. Throws UsageError that names the argument where one is missing,
/// unknown, or not as declared.
ParameterValues read_arguments(std::span<const Argument> declared, const Json& given);

}  // namespace dateline::mcp
