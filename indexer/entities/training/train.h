#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/entities/training/crf_trainer.h"

namespace dateline::entities {

struct TrainingOptions {
    std::vector<std::string> data;   ///< column files; each is a set of rules the tagger can follow, the first is usual
    std::vector<std::string> more;   ///< column files that help, whose own rules are learnt and left out of the model
    std::vector<std::string> tests;  ///< column files to score at the end, by the rules of the set of the same position
    std::string lists;
    std::string clusters;
    std::string out;
    unsigned least_count = 3;             ///< features seen less often are not used
    std::size_t most_features = 618'000;  ///< those with the largest weights stay
    std::size_t exact_features = 30'000;  ///< of these, so many keep weights of their own
    float weight_scale = 0.5F;  ///< applied to the weights when all features of a word count and none is dropped
    unsigned runs = 1;          ///< models trained side by side with different seeds, and averaged
    CrfOptions crf;
};

/// Trains a model and writes it. Says on the log how it goes. Throws IoError.
void train(const TrainingOptions& options);

}  // namespace dateline::entities
