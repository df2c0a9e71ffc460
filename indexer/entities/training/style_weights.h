#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/entities/training/encoded_corpus.h"

namespace dateline::entities {

/// The rows of weights kind_of_writing asks for, one for each set, from how often its texts use each cue.
std::vector<std::int16_t> learn_style_weights(std::span<const TrainingSet> sets);

/// Whether a set's words are cut at hyphens.
bool cuts_hyphens(const TrainingSet& set);

}  // namespace dateline::entities
