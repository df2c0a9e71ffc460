#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/index.h"
#include "searcher/query/ast.h"

/// The words of the index that a pattern stands for.
namespace dateline {

/// More words than these a pattern does not stand for: the most frequent are taken, and the answer says so.
inline constexpr std::size_t most_expanded_words = 5000;

struct Expansion {
    std::vector<std::string> words;  ///< folded, in byte order
    std::size_t found = 0;           ///< how many there are in the index
    bool is_cut() const { return found > words.size(); }
};

/// All words of the index that satisfy the pattern; of too many those in the most articles.
Expansion expand(const Index& index, const query::Pattern& pattern);

/// Folded, with its wildcards kept.
std::string folded_pattern(std::string_view pattern);

/// Whether a word satisfies a folded pattern: `*` is any run of code points, `?` one.
bool matches_wildcards(std::string_view pattern, std::string_view word);

/// Whether two words are at most `most` insertions, deletions, substitutions or swaps of neighbours apart (optimal
/// string alignment: no part is edited twice). In code points.
bool is_within_edits(std::string_view a, std::string_view b, unsigned most);

}  // namespace dateline
