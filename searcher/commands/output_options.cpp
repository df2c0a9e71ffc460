#include "searcher/commands/output_options.h"

#include <CLI/CLI.hpp>
#include <vector>

#include "common/cli/terminal.h"
#include "searcher/output/registry.h"

namespace dateline {

void add_format_option(CLI::App& command, std::string& format) {
    std::vector<std::string> formats;
    for (const OutputFormat& each : output_formats()) formats.emplace_back(each.name);
    command.add_option("--format", format, "How to print the answer")
        ->check(CLI::IsMember(formats))
        ->capture_default_str();
}

OutputOptions options_of_standard_output(const SharedOptions& shared) {
    const Terminal terminal = look_at(Stream::output, shared.color);
    return {.colours = terminal.color, .width = static_cast<std::size_t>(terminal.width_columns)};
}

}  // namespace dateline
