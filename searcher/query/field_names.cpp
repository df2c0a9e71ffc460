#include "searcher/query/field_names.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace dateline::query {

namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

std::string lower(std::string_view text) {
    std::string lowered(text);
    std::transform(text.begin(), text.end(), lowered.begin(), [](char letter) { return lower(letter); });
    return lowered;
}

/// Levenshtein distance, one row of the matrix at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({substituted, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

const FieldName* FieldNames::find(std::string_view written) const {
    const std::string wanted = lower(written);
    const auto found =
        std::find_if(names_.begin(), names_.end(), [&](const FieldName& name) { return name.written == wanted; });
    return found == names_.end() ? nullptr : &*found;
}

std::string_view FieldNames::nearest(std::string_view written) const {
    // No field name is that long; a distance to a megabyte of letters would take its time.
    constexpr std::size_t longest = 24;
    if (written.size() > longest) {
        return {};
    }
    const std::string wanted = lower(written);
    std::string_view best;
    std::size_t best_distance = wanted.size() < 4 ? 2 : 3;
    for (const FieldName& name : names_) {
        const std::size_t distance = edit_distance(wanted, name.written);
        if (distance < best_distance) {
            best_distance = distance;
            best = name.written;
        }
    }
    return best;
}

}  // namespace dateline::query
