#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "searcher/query/synonyms.h"
#include "searcher/watched_file.h"

namespace CLI {
class App;
}

namespace dateline {

/// A file of synonyms in an index's own folder, which counts unless told otherwise.
inline constexpr const char* synonyms_file_name = "synonyms.txt";

struct SynonymsOptions {
    std::string file;
    bool none = false;
};

void add_synonyms_options(CLI::App& command, SynonymsOptions& options);

/// The synonyms that count for an index: those of the file given, else of the index's own; null where there are none.
std::shared_ptr<const query::Synonyms> read_synonyms(const SynonymsOptions& options,
                                                     const std::filesystem::path& index);

/// The same as a file that is read again once it changes. `options` must outlive what it gives.
EditedFile<query::Synonyms> edited_synonyms(const SynonymsOptions& options, const std::filesystem::path& index);

}  // namespace dateline
