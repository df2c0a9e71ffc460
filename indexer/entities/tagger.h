#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/entity.h"
#include "indexer/entities/document_view.h"
#include "indexer/entities/features.h"
#include "indexer/entities/labels.h"
#include "indexer/entities/model.h"
#include "indexer/entities/tokens.h"

namespace dateline::entities {

/// Finds the names in English text by a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
/// One tagger serves one thread; it keeps its memory from document to document, and what single words add to scores.
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
    /// A feature that places of a word tell, and which of its places do, a bit each.
    struct SeenScores {
        std::uint64_t key = 0;
        std::uint32_t occurrences = 0;
        Scores scores{};
    };

    void take_words(std::string_view text, const Tokens& tokens);
    bool text_begins_in_capitals() const;
    void score(std::size_t token, Scores& scores);
    void add_word_scores(std::size_t token, int offset, Scores& scores);
    /// What a word adds to the scores of itself and its neighbours, whatever else stands there: by its features, or by
    /// their copies for a set of rules (from 0).
    const Scores& word_scores(std::size_t token, int offset, std::optional<std::size_t> rules);
    void add_seen(std::size_t token, Scores& scores);
    std::span<const SeenScores> known_seen(std::uint32_t evidence, std::size_t token);
    /// Adds the weights of the features gathered, and of their copies for the rules followed.
    void add_gathered(Scores& scores);
    void add(std::span<const std::uint64_t> features, Scores& scores);

    const Model& model_;
    Viterbi viterbi_;
    KindShares rules_{};
    DocumentView view_;
    DocumentView::Words words_;
    std::vector<std::uint32_t> rows_of_form_;  ///< of word_rows_, for each form, offset and set of rules; 0: not known
    std::vector<Scores> word_rows_;
    std::size_t forgettings_ = 0;                ///< of the view, when word_rows_ were made
    std::vector<std::vector<SeenScores>> seen_;  ///< by evidence of the document
    std::vector<bool> seen_known_;
    std::vector<Scores> scores_;
    std::vector<std::uint64_t> features_;  ///< gathered for one word
    std::vector<std::uint64_t> ruled_;     ///< those that have copies
    std::vector<std::uint64_t> copies_;
    std::vector<std::uint32_t> places_;
    std::vector<Label> labels_;
};

}  // namespace dateline::entities
