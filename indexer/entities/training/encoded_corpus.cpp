#include "indexer/entities/training/encoded_corpus.h"

#include <utility>

#include "indexer/entities/features.h"
#include "indexer/entities/number_set.h"

namespace dateline::entities {
namespace {

/// A document on its way into the corpus.
struct Look {
    const DocumentView& view;
    std::span<const Label> gold;
    std::size_t rules;
};

/// Calls `visit(look)` for each document.
template <typename Visit>
void for_each_document(std::span<const TrainingSet> sets, const Lexicon& lexicon, Visit visit) {
    DocumentView view;
    DocumentView::Words words;
    std::vector<Label> gold;
    for (const TrainingSet& set : sets) {
        for (const TaggedDocument& document : set.documents) {
            gather_words(document, words, gold);
            view.look(words, lexicon);
            visit(Look{view, gold, set.rules});
        }
    }
}

/// Calls `visit(key, rules)` for each feature of a word, the copies by rules among them.
template <typename Visit>
void for_each_feature(const Look& look, std::size_t token, Visit visit) {
    visit_features(Surroundings(look.view, token), [&](std::uint64_t key, bool ruled) {
        visit(key, EncodedCorpus::no_rules);
        if (ruled) visit(by_rules(key, look.rules), static_cast<std::uint8_t>(look.rules));
    });
}

/// How often keys were seen, up to 255, by their lower bits.
class KeyCounter {
public:
    explicit KeyCounter(unsigned least) : least_(least), counts_(least > 1 ? mask + 1 : 0) {}

    void count(std::uint64_t key) {
        std::uint8_t& seen = counts_[key & mask];
        if (seen < 0xFF) ++seen;
    }
    bool is_frequent(std::uint64_t key) const { return counts_.empty() || counts_[key & mask] >= least_; }

private:
    static constexpr std::uint64_t mask = (std::uint64_t{1} << 27U) - 1;
    unsigned least_;
    std::vector<std::uint8_t> counts_;
};

}  // namespace

void gather_words(const TaggedDocument& document, DocumentView::Words& words, std::vector<Label>& labels) {
    words.clear();
    labels.clear();
    for (const TaggedSentence& sentence : document) {
        words.sentences.push_back(static_cast<std::uint32_t>(words.words.size()));
        words.words.insert(words.words.end(), sentence.words.begin(), sentence.words.end());
        labels.insert(labels.end(), sentence.labels.begin(), sentence.labels.end());
    }
}

EncodedCorpus::EncodedCorpus(std::span<const TrainingSet> sets, const Lexicon& lexicon, unsigned least_count) {
    KeyCounter counter(least_count);
    if (least_count > 1) {
        for_each_document(sets, lexicon, [&](const Look& look) {
            for (std::size_t token = 0; token < look.view.size(); ++token) {
                if (!look.view.is_candidate(token)) continue;
                for_each_feature(look, token, [&](std::uint64_t key, std::uint8_t) { counter.count(key); });
            }
        });
    }
    NumberSet numbers;
    begins_.push_back(0);
    for_each_document(sets, lexicon, [&](const Look& look) {
        const DocumentView& view = look.view;
        for (std::size_t token = 0; token < view.size(); ++token) {
            if (!view.is_candidate(token)) continue;
            const bool joins =
                token > 0 && view.is_candidate(token - 1) && view.sentence_of(token) == view.sentence_of(token - 1);
            if (!joins) rows_.push_back({labels_.size(), 0});
            ++rows_.back().size;
            labels_.push_back(look.gold[token]);
            for_each_feature(look, token, [&](std::uint64_t key, std::uint8_t owner) {
                if (!counter.is_frequent(key)) return;
                const std::uint32_t number = numbers.number_of(key);
                if (number == keys_.size()) {
                    keys_.push_back(key);
                    rules_.push_back(owner);
                }
                features_.push_back(number);
            });
            begins_.push_back(features_.size());
        }
    });
}

std::vector<std::uint32_t> EncodedCorpus::frequencies() const {
    std::vector<std::uint32_t> counts(keys_.size());
    for (const std::uint32_t feature : features_) ++counts[feature];
    return counts;
}

void EncodedCorpus::drop(const std::vector<bool>& dropped) {
    std::vector<std::uint64_t> begins{0};
    begins.reserve(begins_.size());
    std::uint64_t kept = 0;
    for (std::size_t word = 0; word < labels_.size(); ++word) {
        for (std::uint64_t i = begins_[word]; i < begins_[word + 1]; ++i) {
            if (!dropped[features_[i]]) features_[kept++] = features_[i];
        }
        begins.push_back(kept);
    }
    begins_ = std::move(begins);
    features_.resize(kept);
}

}  // namespace dateline::entities
