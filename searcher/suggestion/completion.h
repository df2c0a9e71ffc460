#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/planner.h"

/// What someone who has typed the beginning of a word, perhaps after others, may be about to type.
namespace dateline {

struct Completion {
    std::string text;            ///< all that was typed, completed; of a title the whole of it
    std::string kind;            ///< `word`, `title`
    std::uint64_t articles = 0;  ///< that have all of these words, as they stand there but for case and accents; of a
                                 ///< title, that are called so. Exact; deleted articles do not count.
};

/// Completes on one snapshot of an index. Not thread-safe.
///
/// Words come from the dictionary, which is sorted and knows which words are frequent; titles from the articles that
/// have such a word in theirs. Another kind (names of people and places, say) is a function and a line in complete().
class Completer {
public:
    explicit Completer(const Index& index, std::size_t list_memory_bytes = std::size_t{64} << 20);

    /// At most `limit` of each kind. Words by falling number of articles; where hardly any letter was typed, words of
    /// very many articles last, for they say little; titles that begin as was typed first, then the newest. Nothing
    /// where no word was typed.
    ///
    /// Words typed before the last must be in the same article, wherever. In titles all stand in a row. Of a script
    /// written without blanks the last run of characters is completed to the end of a word, as the newest articles
    /// have it.
    std::vector<Completion> complete(std::string_view typed, std::size_t limit);

private:
    MatchContext context_;
};

}  // namespace dateline
