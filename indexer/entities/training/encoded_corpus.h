#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/document_view.h"
#include "indexer/entities/labels.h"
#include "indexer/entities/training/columns.h"

namespace dateline::entities {

/// Tagged documents of one source, and the number of the rules they are tagged by.
struct TrainingSet {
    std::vector<TaggedDocument> documents;
    std::size_t rules = 0;
};

/// The words of a tagged document as a DocumentView wants them; the document must live as long.
void gather_words(const TaggedDocument& document, DocumentView::Words& words, std::vector<Label>& labels);

/// Training texts as the numbers of the features of each word. Only words that may be in a name are in it, in rows
/// without a gap.
class EncodedCorpus {
public:
    struct Row {
        std::uint64_t first = 0;  ///< word
        std::uint32_t size = 0;
    };

    /// Features seen fewer than `least_count` times are left out, counted by a hash of 27 bits.
    EncodedCorpus(std::span<const TrainingSet> sets, const Lexicon& lexicon, unsigned least_count);

    std::span<const Row> rows() const { return rows_; }
    Label label(std::uint64_t word) const { return labels_[word]; }
    std::span<const std::uint32_t> features(std::uint64_t word) const {
        return std::span(features_).subspan(begins_[word], begins_[word + 1] - begins_[word]);
    }
    std::size_t words() const { return labels_.size(); }

    /// The key of each feature, by its number.
    std::span<const std::uint64_t> keys() const { return keys_; }
    /// The rules a feature belongs to; no_rules where it is everybody's.
    static constexpr std::uint8_t no_rules = 0xFF;
    std::uint8_t rules(std::size_t feature) const { return rules_[feature]; }

    /// How many words have each feature.
    std::vector<std::uint32_t> frequencies() const;

    /// Takes features out of all words; their numbers stay.
    void drop(const std::vector<bool>& dropped);

private:
    std::vector<Row> rows_;
    std::vector<Label> labels_;
    std::vector<std::uint64_t> begins_;
    std::vector<std::uint32_t> features_;
    std::vector<std::uint64_t> keys_;
    std::vector<std::uint8_t> rules_;
};

}  // namespace dateline::entities
