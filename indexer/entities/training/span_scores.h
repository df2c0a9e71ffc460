#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "indexer/entities/labels.h"

namespace dateline::entities {

/// Precision and recall of names: one counts as found where words and type are both right.
class SpanScores {
public:
    void add(std::span<const Label> gold, std::span<const Label> found);

    /// In percent; 0 where nothing stands to be divided by.
    double f1() const;
    /// `F1 94.52 (PER 96.1 ORG 92.0 LOC 95.8 MISC 90.0), precision 94.60, recall 94.44`
    std::string summary() const;

private:
    struct Count {
        std::size_t gold = 0;
        std::size_t found = 0;
        std::size_t both = 0;
    };
    Count all() const;
    static double f1(const Count& count);

    std::array<Count, entity_types> counts_{};
};

}  // namespace dateline::entities
