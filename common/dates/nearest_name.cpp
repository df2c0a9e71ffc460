#include "common/dates/nearest_name.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace dateline {

namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// Levenshtein distance, one row of the matrix at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t substituted = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::optional<std::size_t> nearest_name(std::string_view written, std::span<const std::string_view> names) {
    constexpr std::size_t longest = 48;
    if (written.size() > longest) return std::nullopt;
    std::optional<std::size_t> best;
    std::size_t best_distance = written.size() < 4 ? 2 : 3;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::size_t distance = edit_distance(written, names[i]);
        if (distance < best_distance) {
            best_distance = distance;
            best = i;
        }
    }
    return best;
}

}  // namespace dateline
