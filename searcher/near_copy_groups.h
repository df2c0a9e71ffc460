#pragma once

#include <cstddef>
#include <vector>

#include "common/index/index.h"
#include "searcher/results/result_page.h"

namespace dateline {

inline constexpr std::size_t longest_text_compared = std::size_t{1} << 17;  ///< bytes

/// For each result which one it says the same as: the first of those above it that it is a near copy of
/// (near_copies.h), else itself. Reads the articles' texts; one longer than longest_text_compared is no copy.
std::vector<std::size_t> near_copy_groups(const Index& index, const std::vector<Result>& results);

}  // namespace dateline
