#include "searcher/entity_profile.h"

#include <cmath>

namespace dateline {

double log_likelihood_ratio(std::uint64_t both, std::uint64_t one, std::uint64_t other, std::uint64_t all) {
    const auto term = [](double seen, double expected) { return seen > 0 ? seen * std::log(seen / expected) : 0; };
    const auto n = static_cast<double>(all);
    const auto b = static_cast<double>(both);
    const auto r = static_cast<double>(one);
    const auto c = static_cast<double>(other);
    if (n <= 0 || r <= 0 || c <= 0) return 0;
    const double ratio = 2 * (term(b, r * c / n) + term(r - b, r * (n - c) / n) + term(c - b, (n - r) * c / n) +
                              term(n - r - c + b, (n - r) * (n - c) / n));
    return b < r * c / n ? -ratio : ratio;
}

}  // namespace dateline
