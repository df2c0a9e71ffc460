#include "indexer/entities/training/style_weights.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "indexer/entities/writing_style.h"

namespace dateline::entities {
namespace {

constexpr double added_count = 2;

template <typename Visit>
void for_each_word(const TrainingSet& set, Visit visit) {
    for (const TaggedDocument& document : set.documents) {
        for (const TaggedSentence& sentence : document) {
            for (const std::string& word : sentence.words) visit(word);
        }
    }
}

std::int16_t in_style_units(double probability) {
    return static_cast<std::int16_t>(std::lround(std::log(probability) * style_unit));
}

/// How many of a set's documents begin in capitals.
double share_in_capitals(const TrainingSet& set) {
    double counted = 0.5;
    for (const TaggedDocument& document : set.documents) {
        const auto beginning = std::span(document).first(std::min(document.size(), sentences_of_beginning));
        if (std::ranges::any_of(beginning,
                                [](const TaggedSentence& each) { return begins_in_capitals(each.words.front()); })) {
            counted += 1;
        }
    }
    return counted / static_cast<double>(set.documents.size() + 1);
}

}  // namespace

std::vector<std::int16_t> learn_style_weights(std::span<const TrainingSet> sets) {
    std::vector<std::int16_t> weights;
    for (const TrainingSet& set : sets) {
        std::vector<double> counts(style_cues(), added_count);
        double all = added_count * static_cast<double>(style_cues());
        for_each_word(set, [&](const std::string& word) {
            const std::size_t cue = cue_of(word);
            if (cue == no_cue) return;
            counts[cue] += 1;
            all += 1;
        });
        for (const double count : counts) weights.push_back(in_style_units(count / all));
        weights.back() = in_style_units(share_in_capitals(set));
    }
    return weights;
}

bool cuts_hyphens(const TrainingSet& set) {
    std::size_t apart = 0;
    std::size_t inside = 0;
    for_each_word(set, [&](const std::string& word) {
        if (word == "-") ++apart;
        else if (word.find('-') != std::string::npos && word.find("://") == std::string::npos) ++inside;
    });
    return apart > inside;
}

}  // namespace dateline::entities
