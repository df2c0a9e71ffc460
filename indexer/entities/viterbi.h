#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/labels.h"

namespace dateline::entities {

/// Scores of labels, in units of 1/score_unit. Padded so that whole vectors can be added.
using Scores = std::array<std::int16_t, 24>;
inline constexpr int score_unit = 256;

/// What a label adds when it follows another: [before][after].
using Transitions = std::array<std::array<std::int16_t, label_count>, label_count>;

/// Finds the best row of labels under a linear chain, only such as may_follow allows.
class Viterbi {
public:
    explicit Viterbi(const Transitions& transitions) : transitions_(transitions) {}

    /// Writes one label for each of `emissions`; both ends stand against words outside of names.
    void decode(std::span<const Scores> emissions, std::span<Label> labels);

private:
    const Transitions& transitions_;
    std::vector<std::array<Label, label_count>> from_;
};

}  // namespace dateline::entities
