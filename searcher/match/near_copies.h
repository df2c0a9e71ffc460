#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"

/// Near copies: texts that say the same in the same words, as the versions of one agency story do.
namespace dateline {

/// Hashes of all runs of four folded words of a text, sorted, each once (Broder: On the Resemblance and Containment of
/// Documents, 1997).
std::vector<std::uint64_t> shingles(std::string_view text, const Analyzer& analyzer);

/// Two texts are near copies where at least half of the shingles of the shorter are in the longer.
inline constexpr double near_copy_containment = 0.5;
bool are_near_copies(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace dateline
