#include "searcher/server/read_parameters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "common/error.h"

namespace dateline {
namespace {

std::string names_of(std::span<const Parameter> table) {
    std::vector<std::string_view> names;
    for (const Parameter& parameter : table) names.push_back(parameter.name);
    return names.empty() ? "there are none here" : fmt::format("there are {}", fmt::join(names, ", "));
}

}  // namespace

ParameterValues read_parameters(std::span<const Parameter> table, const http::Pairs& given, bool lenient) {
    ParameterValues values;
    for (const auto& [name, value] : given) {
        const auto row = std::find_if(table.begin(), table.end(), [&, &wanted = name](const Parameter& parameter) {
            return parameter.name == wanted;
        });
        if (row == table.end()) {
            if (lenient) continue;
            throw UsageError(fmt::format("there is no parameter `{}`: {}", name, names_of(table)));
        }
        if (values.has(name) && !row->repeats) throw UsageError(fmt::format("`{}` may be given only once", name));
        if (const std::string wrong = complaint(*row, value); !wrong.empty())
            throw UsageError(fmt::format("{}: {}", name, wrong));
        values.add(name, value);
    }
    for (const Parameter& parameter : table) {
        if (parameter.is_required && !values.has(parameter.name))
            throw UsageError(fmt::format("`{}` is wanted: {}", parameter.name, parameter.help));
    }
    return values;
}

}  // namespace dateline
