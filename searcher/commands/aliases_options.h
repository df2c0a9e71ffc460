#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "searcher/naming/aliases.h"
#include "searcher/watched_file.h"

namespace CLI {
class App;
}

namespace dateline {

/// A file of aliases in an index's own folder, which counts unless told otherwise.
inline constexpr const char* aliases_file_name = "aliases.toml";

struct AliasesOptions {
    std::string file;
    bool none = false;
};

void add_aliases_options(CLI::App& command, AliasesOptions& options);

/// The aliases that count for an index: those of the file given, else of the index's own; null where there are none.
std::shared_ptr<const Aliases> read_aliases(const AliasesOptions& options, const std::filesystem::path& index);

/// The same as a file that is read again once it changes. `options` must outlive what it gives.
EditedFile<Aliases> edited_aliases(const AliasesOptions& options, const std::filesystem::path& index);

}  // namespace dateline
