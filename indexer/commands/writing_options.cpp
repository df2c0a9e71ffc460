#include "indexer/commands/writing_options.h"

#include <CLI/CLI.hpp>

namespace dateline {

void WritingOptions::set_up_resources(CLI::App& command) {
    command.add_option("--jobs", jobs, "Threads to work with")
        ->type_name("N")
        ->capture_default_str()
        ->check(CLI::Range(1, 256));
    command.add_option("--memory", memory_mb, "Memory the whole process may take, in MB")
        ->type_name("MB")
        ->capture_default_str()
        ->check(CLI::Range(128, 1'048'576));
}

void WritingOptions::set_up(CLI::App& command) {
    set_up_resources(command);
    CLI::Option* commits =
        command.add_option("--commit-every", commit_every, "Make what has been read searchable after every N articles")
            ->type_name("N");
    if (commit_every > 0) commits->capture_default_str();
}

WriterOptions WritingOptions::writer() const {
    return {.jobs = jobs, .memory_bytes = memory_mb << 20U, .commit_every = commit_every};
}

}  // namespace dateline
