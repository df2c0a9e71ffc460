#include "indexer/entities/model.h"

#include <fmt/format.h>

#include <system_error>

#include "common/error.h"

namespace dateline::entities {
namespace {

SectionFile open(const std::filesystem::path& file) {
    try {
        SectionFile opened(file, model_kind);
        if (!opened.verify()) throw IoError("the model of names " + file.string() + " is damaged: wrong checksum");
        return opened;
    } catch (const IndexError& error) {
        throw IoError("the model of names " + file.string() + " cannot be used: " + error.what());
    }
}

[[noreturn]] void refuse(const SectionFile& file, std::string_view what) {
    throw IoError(fmt::format("the model of names {} cannot be used: {}", file.path().string(), what));
}

constexpr std::size_t number(ModelSection section) { return static_cast<std::size_t>(section); }

template <typename T>
const T* only(const SectionFile& file, ModelSection section) {
    const auto bytes = file.bytes(number(section));
    if (bytes.size() != sizeof(T)) refuse(file, "a section has a wrong size");
    return reinterpret_cast<const T*>(bytes.data());
}

template <typename Record>
HashedTable<Record> table(const SectionFile& file, ModelSection begins) {
    const std::size_t first = number(begins);
    const HashedTable<Record> made(file.array<std::uint32_t>(first), file.array<std::uint16_t>(first + 1),
                                   file.array<std::uint8_t>(first + 2), file.array<Record>(first + 3));
    if (!made.is_sound()) refuse(file, "a table is damaged");
    return made;
}

}  // namespace

Model::Model(const std::filesystem::path& file) : file_(open(file)) {
    try {
        info_ = only<ModelInfo>(file_, ModelSection::info);
        if (info_->version != model_version) {
            refuse(file_, fmt::format("it is of version {}, this program reads {}", info_->version, model_version));
        }
        transitions_ = only<Transitions>(file_, ModelSection::transitions);
        code_books_ = only<CodeBooks>(file_, ModelSection::code_books);
        styles_ = file_.array<std::int16_t>(number(ModelSection::styles));
        if (info_->rules == 0 || info_->rules > most_rules || styles_.size() != info_->rules * style_cues()) {
            refuse(file_, "its sets of rules are damaged");
        }
        exact_weights_ = file_.array<ExactWeights>(number(ModelSection::exact_weights));
        features_ = table<WeightCodes>(file_, ModelSection::feature_begins);
        for (const WeightCodes& codes : features_.records()) {
            if (codes.outside == WeightCodes::is_exact && codes.exact_row() >= exact_weights_.size()) {
                refuse(file_, "its weights are damaged");
            }
        }
        lexicon_.names = table<ListSet>(file_, ModelSection::name_begins);
        lexicon_.words = table<Clusters>(file_, ModelSection::word_begins);
    } catch (const IndexError& error) {
        throw IoError("the model of names " + file.string() + " is damaged: " + error.what());
    }
}

std::filesystem::path installed_model() {
    std::error_code failed;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return program.parent_path().parent_path() / "share" / "dateline" / "english.entities";
}

}  // namespace dateline::entities
