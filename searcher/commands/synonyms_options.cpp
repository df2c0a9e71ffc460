#include "searcher/commands/synonyms_options.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace dateline {
namespace {

std::filesystem::path file_of(const SynonymsOptions& options, const std::filesystem::path& index) {
    return options.file.empty() ? index / synonyms_file_name : std::filesystem::path(options.file);
}

}  // namespace

void add_synonyms_options(CLI::App& command, SynonymsOptions& options) {
    CLI::Option* file = command
                            .add_option("--synonyms", options.file,
                                        "Lines such as `uk = united kingdom = britain`; without it synonyms.txt in the "
                                        "index's folder, where there is one")
                            ->type_name("FILE");
    command.add_flag("--no-synonyms", options.none, "Words as they are, whatever synonyms.txt there is")
        ->excludes(file);
}

std::shared_ptr<const query::Synonyms> read_synonyms(const SynonymsOptions& options,
                                                     const std::filesystem::path& index) {
    if (options.none) return nullptr;
    const std::filesystem::path file = file_of(options, index);
    if (options.file.empty() && !std::filesystem::exists(file)) return nullptr;
    auto synonyms = std::make_shared<const query::Synonyms>(query::Synonyms::read(file));
    return synonyms->empty() ? nullptr : std::move(synonyms);
}

EditedFile<query::Synonyms> edited_synonyms(const SynonymsOptions& options, const std::filesystem::path& index) {
    return {.path = file_of(options, index), .read = [&options, index] { return read_synonyms(options, index); }};
}

}  // namespace dateline
