#include "searcher/commands/parameter_options.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace dateline {
namespace {

void add_value_option(CLI::App& command, const Parameter& parameter, ParameterValues& values) {
    const auto take = [&values, name = parameter.name](const std::vector<std::string>& given) {
        for (const std::string& value : given) values.add(name, value);
    };
    CLI::Option& option =
        *command.add_option_function<std::vector<std::string>>("--" + parameter.name, take, parameter.help);
    option.expected(1)->allow_extra_args(false);
    if (parameter.repeats) {
        option.multi_option_policy(CLI::MultiOptionPolicy::TakeAll)->expected(1, CLI::detail::expected_max_vector_size);
        option.allow_extra_args(false);
    }
    option.type_name(parameter.value_name.empty() ? "TEXT" : parameter.value_name);
    if (!parameter.default_value.empty()) option.default_str(parameter.default_value);
    if (!parameter.choices.empty()) {
        option.check(CLI::IsMember(parameter.choices));
    } else {
        option.check([parameter](const std::string& value) { return complaint(parameter, value); }, "");
    }
}

}  // namespace

void add_parameter_options(CLI::App& command, std::span<const Parameter> parameters, ParameterValues& values) {
    for (const Parameter& parameter : parameters) {
        if (parameter.kind == ParameterKind::flag) {
            command.add_flag_callback(
                "--" + parameter.name, [&values, name = parameter.name] { values.add(name, "1"); }, parameter.help);
        } else {
            add_value_option(command, parameter, values);
        }
    }
}

}  // namespace dateline
