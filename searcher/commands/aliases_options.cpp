#include "searcher/commands/aliases_options.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace dateline {
namespace {

std::filesystem::path file_of(const AliasesOptions& options, const std::filesystem::path& index) {
    return options.file.empty() ? index / aliases_file_name : std::filesystem::path(options.file);
}

}  // namespace

void add_aliases_options(CLI::App& command, AliasesOptions& options) {
    CLI::Option* file = command
                            .add_option("--aliases", options.file,
                                        "What people, organizations and places are called, merged, stopped; without it "
                                        "aliases.toml in the index's folder, where there is one")
                            ->type_name("FILE");
    command.add_flag("--no-aliases", options.none, "Names as they were indexed, whatever aliases.toml there is")
        ->excludes(file);
}

std::shared_ptr<const Aliases> read_aliases(const AliasesOptions& options, const std::filesystem::path& index) {
    if (options.none) return nullptr;
    const std::filesystem::path file = file_of(options, index);
    if (options.file.empty() && !std::filesystem::exists(file)) return nullptr;
    auto aliases = std::make_shared<const Aliases>(Aliases::read(file));
    return aliases->empty() ? nullptr : std::move(aliases);
}

EditedFile<Aliases> edited_aliases(const AliasesOptions& options, const std::filesystem::path& index) {
    return {.path = file_of(options, index), .read = [&options, index] { return read_aliases(options, index); }};
}

}  // namespace dateline
