#include "indexer/commands/input_options.h"

#include <sys/resource.h>

#include <CLI/CLI.hpp>

#include "common/error.h"

namespace dateline {

void InputOptions::set_up(CLI::App& command) {
    command
        .add_option(
            "INPUT", inputs,
            "File, archive, folder (with all below it, hidden files left out) or - for standard input (with --format)")
        ->required();
    set_up_reading(command);
}

void InputOptions::set_up_reading(CLI::App& command) {
    command
        .add_option("--format", format,
                    "Read every file as this format instead of telling by its content (see `indexer formats`)")
        ->type_name("NAME");
    command.add_flag("--keep-all", keep_all, "Keep web pages that are no articles too: home pages, lists, videos");
    command
        .add_option("--field", fields,
                    "Take our field OURS from the input's field THEIRS, in JSON and tables: --field title=kopf --field "
                    "body=texte.haupt")
        ->type_name("OURS=THEIRS")
        ->allow_extra_args(false);
}

CLI::Option& InputOptions::input_option(CLI::App& command) { return *command.get_option("INPUT"); }

PipelineOptions InputOptions::pipeline() const {
    PipelineOptions options;
    options.inputs = inputs;
    options.format = format;
    options.keep_all = keep_all;
    for (const std::string& field : fields) {
        const std::size_t equals = field.find('=');
        if (equals == 0 || equals == std::string::npos || equals + 1 == field.size()) {
            throw UsageError("--field " + field + " is not of the form OURS=THEIRS, such as title=headline");
        }
        options.reader.field_map[field.substr(0, equals)] = field.substr(equals + 1);
    }
    for (const std::string& input : inputs) {
        if (input == "-" && format.empty()) throw UsageError("standard input needs --format, such as --format json");
    }
    return options;
}

void allow_many_open_files() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void add_index_option(CLI::App& command, std::string& index) {
    command.add_option("--index", index, "Folder of the index")->type_name("DIR")->required();
}

}  // namespace dateline
