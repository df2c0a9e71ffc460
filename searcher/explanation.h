#pragma once

#include <string>

#include "searcher/search.h"

namespace dateline {

/// Why an article has its score: a line for each part of the query with what it is made of. The parts, as printed, sum
/// to the sum as printed, which times the recency is the score.
std::string explanation_as_text(const Explanation& explanation);
/// The same as an object, in full precision.
std::string explanation_as_json(const Explanation& explanation);

}  // namespace dateline
