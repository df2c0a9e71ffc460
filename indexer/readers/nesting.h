#pragma once

#include "indexer/containers/expansion_budget.h"

namespace dateline {

/// The archives and compressed streams around an input.
struct Nesting {
    int depth = 0;  ///< how many there are
    ExpansionBudget& budget;
};

/// Deeper ones are refused: a zip of compressed tars of compressed web archives has four.
inline constexpr int deepest_nesting = 10;

}  // namespace dateline
