#pragma once

#include <span>
#include <string_view>

#include "searcher/requests/parameter.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace dateline {

/// Adds an option for each parameter. What is given goes to `values`, which must outlive the parse.
void add_parameter_options(CLI::App& command, std::span<const Parameter> parameters, ParameterValues& values);

}  // namespace dateline
