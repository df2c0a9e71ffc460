#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "indexer/entities/labels.h"

namespace dateline::entities {

/// A number for each label; padded so that vector instructions fit.
inline constexpr std::size_t label_vector_size = 20;
using LabelVector = std::array<float, label_vector_size>;
using TransitionWeights = std::array<LabelVector, label_count>;  ///< [before][after]

/// The probabilities of labels and of steps between them in one row of words, under a linear-chain field.
class ForwardBackward {
public:
    /// Scores of the labels of each word, to be filled by the caller.
    std::vector<LabelVector>& scores() { return scores_; }

    /// Computes the gradient of the negative log likelihood of `gold`: for scores() into gradients(), for the
    /// transitions added to transition_gradient(). Returns that likelihood's negative logarithm.
    double run(std::span<const Label> gold, const TransitionWeights& transitions);

    std::span<const LabelVector> gradients() const { return gradients_; }
    TransitionWeights& transition_gradient() { return transition_gradient_; }

private:
    void exponentiate(const TransitionWeights& transitions);
    double forward();
    void backward();

    std::vector<LabelVector> scores_;
    std::vector<LabelVector> exponents_;
    std::vector<LabelVector> forward_;
    std::vector<LabelVector> backward_;
    std::vector<float> scales_;
    std::vector<LabelVector> gradients_;
    TransitionWeights steps_{};     ///< exponents of the transitions, 0 where none may be
    TransitionWeights reversed_{};  ///< the same, [after][before]
    TransitionWeights transition_gradient_{};
    double end_ = 0;
};

}  // namespace dateline::entities
