#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/entities/labels.h"
#include "indexer/entities/training/encoded_corpus.h"
#include "indexer/entities/training/forward_backward.h"
#include "indexer/entities/training/random_bits.h"

namespace dateline::entities {

struct CrfOptions {
    unsigned epochs = 5;
    unsigned epochs_after_pruning = 1;
    float rate = 0.1F;
    float l2 = 1e-5F;
    float dropout = 0.5F;  ///< how likely a feature of a word is left out in a step
    std::uint64_t seed = 1;
};

/// Learns the weights of a linear-chain conditional random field: one row of the corpus a step, AdaGrad (Duchi, Hazan
/// and Singer 2011) for each weight, weights averaged over the later half. The same input gives the same weights.
class CrfTrainer {
public:
    /// `corpus` must outlive the trainer.
    CrfTrainer(const EncodedCorpus& corpus, const CrfOptions& options);

    /// Runs epochs; the weights afterwards are those averaged over the last `averaged` of them. `progress` is called
    /// after each with the loss of a word.
    void run(unsigned epochs, unsigned averaged, const std::function<void(double)>& progress);

    std::array<float, label_count> weights(std::size_t feature) const;
    const TransitionWeights& transitions() const { return transitions_.weights; }

private:
    struct Row {
        LabelVector weights{};
        LabelVector squares{};  ///< sums of squared gradients
        LabelVector sum{};      ///< of the weights over the steps averaged so far
        std::uint32_t summed_to = 0;
    };

    double step(const EncodedCorpus::Row& row);
    void update(Row& row, const LabelVector& gradient) const;
    void update_transitions();
    void average(std::uint32_t steps);

    struct TransitionState {
        TransitionWeights weights{};
        TransitionWeights squares{};
        TransitionWeights sum{};
    };

    const EncodedCorpus& corpus_;
    CrfOptions options_;
    std::vector<Row> rows_;
    TransitionState transitions_;
    ForwardBackward lattice_;
    std::vector<std::uint32_t> active_;
    std::vector<std::size_t> active_ends_;
    RandomBits random_;
    std::uint32_t step_ = 0;  ///< since averaging began
    bool averaging_ = false;
};

}  // namespace dateline::entities
