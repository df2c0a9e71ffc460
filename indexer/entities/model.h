#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "common/index/section_file.h"
#include "indexer/entities/lexicon.h"
#include "indexer/entities/viterbi.h"
#include "indexer/entities/writing_style.h"

/// The file a tagger works from, memory-mapped (docs/entity-model.md has its format). A model is read-only and may be
/// used by many threads.
namespace dateline::entities {

/// Raised whenever keys of features, hashes of words or sections change their meaning.
inline constexpr std::uint32_t model_version = 1;
inline constexpr std::string_view model_kind = "entities";

/// A feature's weights: for each type the number of four weights (BIES) in that type's code book, and the weight of
/// `outside` in steps of 1/outside_unit. Where that is `is_exact`, the first three bytes are the number, lowest first,
/// of a row of exact weights.
struct WeightCodes {
    std::array<std::uint8_t, entity_types> books{};
    std::int8_t outside = 0;

    static constexpr std::int8_t is_exact = -128;
    constexpr std::size_t exact_row() const {
        return books[0] | static_cast<std::size_t>(books[1]) << 8U | static_cast<std::size_t>(books[2]) << 16U;
    }
};
static_assert(sizeof(WeightCodes) == 5);
inline constexpr int outside_unit = 32;

/// In units of 1/score_unit.
using ExactWeights = std::array<std::int16_t, label_count>;

/// [type][code]: weights of the labels begin, inner, end and single, in units of 1/score_unit.
using CodeBooks = std::array<std::array<std::array<std::int16_t, places>, 256>, entity_types>;

struct ModelInfo {
    std::uint32_t version = model_version;
    std::uint32_t rules = 0;        ///< how many sets of rules it can tag by
    std::uint32_t hyphens_cut = 0;  ///< by which of them words are cut at hyphens, a bit each
    std::uint32_t reserved = 0;
};
inline constexpr std::uint32_t most_rules = most_kinds;

enum class ModelSection : std::size_t {
    info,
    transitions,
    code_books,
    exact_weights,
    styles,
    feature_begins,
    feature_tags,
    feature_more_tags,
    feature_weights,
    name_begins,
    name_tags,
    name_more_tags,
    name_lists,
    word_begins,
    word_tags,
    word_more_tags,
    word_clusters,
    count,
};

class Model {
public:
    /// Throws IoError naming the file for one that is missing, damaged (its checksum is verified) or of another
    /// version.
    explicit Model(const std::filesystem::path& file);

    const ModelInfo& info() const { return *info_; }
    const Transitions& transitions() const { return *transitions_; }
    const CodeBooks& code_books() const { return *code_books_; }
    std::span<const ExactWeights> exact_weights() const { return exact_weights_; }
    StyleWeights styles() const { return styles_; }
    const HashedTable<WeightCodes>& features() const { return features_; }
    const Lexicon& lexicon() const { return lexicon_; }
    /// Another one for each model.
    std::uint64_t checksum() const { return file_.checksum(); }

private:
    SectionFile file_;
    const ModelInfo* info_ = nullptr;
    const Transitions* transitions_ = nullptr;
    const CodeBooks* code_books_ = nullptr;
    std::span<const ExactWeights> exact_weights_;
    StyleWeights styles_;
    HashedTable<WeightCodes> features_;
    Lexicon lexicon_;
};

/// The model that comes with the program: `../share/dateline/english.entities` seen from the program's own file, the
/// same in a build folder and where it is installed.
std::filesystem::path installed_model();

}  // namespace dateline::entities
