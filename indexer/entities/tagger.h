#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "common/entity.h"
#include "indexer/entities/document_view.h"
#include "indexer/entities/labels.h"
#include "indexer/entities/model.h"
#include "indexer/entities/tokens.h"

namespace dateline::entities {

/// Finds the names in English text by a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
/// One tagger serves one thread; it keeps its memory from document to document.
class Tagger {
public:
    /// `model` must outlive the tagger.
    explicit Tagger(const Model& model);

    /// Whether a text is English prose, or a table with some English in it: names and figures alone mislead whoever
    /// tells languages from letters.
    bool reads_as_english(std::string_view text);

    /// The mentions in a text, in its order, none overlapping, with their normal forms.
    std::vector<Entity> tag(std::string_view text);

    /// A label for each word of a document that is cut already, by the sets of rules in their shares.
    std::span<const Label> label(const DocumentView::Words& words, const KindShares& rules);

private:
    /// What a word adds to the scores of its neighbours and its own, whatever else stands there.
    struct WordScores {
        std::array<Scores, 5> by_offset{};
        std::array<bool, 5> known{};
    };

    void take_words(std::string_view text, const Tokens& tokens);
    bool text_begins_in_capitals() const;
    void score(std::size_t token, Scores& scores);
    const Scores& word_scores(std::size_t token, int offset);
    /// Adds the weights of the features gathered, and of their copies for the rules followed.
    void add_gathered(Scores& scores);
    void add(std::span<const std::uint64_t> features, Scores& scores);

    const Model& model_;
    Viterbi viterbi_;
    KindShares rules_{};
    DocumentView view_;
    DocumentView::Words words_;
    std::vector<WordScores> word_scores_;
    std::vector<Scores> scores_;
    std::vector<std::uint64_t> features_;  ///< gathered for one word
    std::vector<std::uint64_t> ruled_;     ///< those that have copies
    std::vector<std::uint64_t> copies_;
    std::vector<std::uint32_t> places_;
    std::vector<Label> labels_;
};

}  // namespace dateline::entities
