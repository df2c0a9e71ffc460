#pragma once

#include <string>
#include <vector>

#include "indexer/pipeline.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace dateline {

/// INPUT..., --format, --keep-all and --field, as `add` and `extract` take them.
struct InputOptions {
    std::vector<std::string> inputs;
    std::string format;
    std::vector<std::string> fields;  ///< OUR=THEIRS
    bool keep_all = false;

    void set_up(CLI::App& command);
    /// INPUT of a command that was set up, for those that can do without.
    static CLI::Option& input_option(CLI::App& command);
    /// All but INPUT.
    void set_up_reading(CLI::App& command);
    /// Throws UsageError for a --field that is not OUR=THEIRS.
    PipelineOptions pipeline() const;
};

/// Merging opens many small databases at once: raises this process's limit on open files as far as it may.
void allow_many_open_files();

/// --index DIR, required.
void add_index_option(CLI::App& command, std::string& index);

}  // namespace dateline
