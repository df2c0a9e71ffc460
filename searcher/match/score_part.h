#pragma once

#include <array>
#include <string>

#include "common/index/columns.h"
#include "common/index/field_frequency.h"

namespace dateline {

/// What one word, phrase or pattern of a query gives to an article's score, and out of what (bm25f.h has the formula):
/// `score` = `factor` * `idf` * `weighted` * (k1 + 1) / (k1 + `weighted`).
struct ScorePart {
    std::string text;                               ///< as the query has it
    double factor = 1;                              ///< of boosts: `^2`
    double idf = 0;                                 ///< of a phrase, the sum of its words'
    FieldFrequency frequency;                       ///< how often it stands in each field
    FieldLengths lengths{};                         ///< words in each field
    std::array<double, text_field_count> fields{};  ///< weight * frequency / length norm of each field
    double weighted = 0;                            ///< their sum
    double score = 0;
};

}  // namespace dateline
