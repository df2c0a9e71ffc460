#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/index.h"

/// Words of an index that differ little from a given one.
namespace dateline {

struct NearWord {
    std::string word;            ///< folded
    unsigned edits = 0;          ///< insertions, deletions, substitutions, swaps of neighbours
    std::uint64_t articles = 0;  ///< that have it, deleted ones included
};

/// Words at most `most_edits` (1 or 2) from a folded word, itself left out: the nearest first, then those of the most
/// articles. Of each distance the `limit` most frequent.
///
/// The dictionary is sorted, so it is walked as a trie: neighbours share the rows of the distance table for their
/// common beginning, and once a beginning is too far, all words that begin so are passed over. (Optimal string
/// alignment, as `word~1` has it.)
std::vector<NearWord> near_words(const Index& index, std::string_view folded, unsigned most_edits, std::size_t limit);

}  // namespace dateline
