#pragma once

#include <cmath>
#include <cstdint>

namespace dateline {

/// Newer articles first, other things being equal: a score is multiplied by  1 + 2^(-age / half_life).  So what is
/// published now counts twice, what is as old as the half-life one and a half times, and what is very old once: an old
/// article that fits far better still comes before a new one, and an archive without anything new is ranked as without
/// this. What is dated in the future has age 0; undated articles count once, as if very old. The decay is that of the
/// time-based language models of Li and Croft (2003), kept above a floor.
struct Recency {
    std::int64_t now = 0;          ///< seconds since 1970
    double half_life_seconds = 0;  ///< above 0

    double factor(bool undated, std::int64_t published) const {
        if (undated) return 1;
        const auto age = static_cast<double>(now > published ? now - published : 0);
        return 1 + std::exp2(-age / half_life_seconds);
    }
};

}  // namespace dateline
