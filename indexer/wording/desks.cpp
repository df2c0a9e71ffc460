#include "indexer/wording/desks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "common/text/utf8.h"
#include "indexer/wording/letters.h"

namespace dateline {

bool is_desk(std::string_view text) {
    constexpr auto alone =
        std::to_array<std::string_view>({"newsroom", "redacción", "redaktion", "rédaction", "redazione", "redação",
                                         "redactie", "redakcja", "редакция", "staff", "staff report"});
    constexpr auto last = std::to_array<std::string_view>({" desk", " staff", " newsroom", " editorial team"});
    constexpr auto first = std::to_array<std::string_view>({"redaktion ", "redacción ", "قسم "});
    constexpr std::size_t most_words = 4;
    const std::string lowered = lower_case(trim(text));
    const auto ends = [&lowered](std::string_view word) { return lowered.ends_with(word); };
    const auto begins = [&lowered](std::string_view word) { return lowered.starts_with(word); };
    return std::ranges::find(alone, lowered) != alone.end() ||
           (words_of(lowered).size() <= most_words &&
            (std::ranges::any_of(last, ends) || std::ranges::any_of(first, begins)));
}

}  // namespace dateline
