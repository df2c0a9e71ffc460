#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/model.h"

namespace dateline::entities {

using FeatureWeights = std::array<float, label_count>;

struct CodedWeights {
    CodeBooks books{};
    std::vector<ExactWeights> exact;
    std::vector<WeightCodes> codes;  ///< of each feature
};

/// Product quantisation (Jégou, Douze and Schmid 2011): for each type 256 groups of four weights, found by k-means,
/// stand for those of all features. Frequent features count for more, and `most_exact` of them, where the loss would be
/// largest, keep their own weights.
CodedWeights encode_weights(std::span<const FeatureWeights> weights, std::span<const std::uint32_t> frequencies,
                            std::size_t most_exact);

}  // namespace dateline::entities
