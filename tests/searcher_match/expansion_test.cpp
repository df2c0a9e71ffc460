#include "searcher/match/expansion.h"

#include <doctest/doctest.h>

#include <string_view>

namespace dateline {

TEST_CASE("wildcards: * is any run of letters, ? is one, whatever the script") {
    struct Row {
        std::string_view pattern;
        std::string_view word;
        bool matches;
    };
    for (const Row& row : {
             Row{"kidnap*", "kidnap", true},
             Row{"kidnap*", "kidnapped", true},
             Row{"kidnap*", "kidna", false},
             Row{"*napping", "kidnapping", true},
             Row{"*napping", "napping", true},
             Row{"*napping", "nappings", false},
             Row{"wom?n", "women", true},
             Row{"wom?n", "womn", false},
             Row{"wom?n", "womeen", false},
             Row{"*a*a*", "banana", true},
             Row{"*a*b*a", "banana", false},
             Row{"?x", "яx", true},
             Row{"??", "я", false},
             Row{"日*", "日本", true},
         }) {
        CAPTURE(row.pattern);
        CAPTURE(row.word);
        CHECK(matches_wildcards(row.pattern, row.word) == row.matches);
    }
}

TEST_CASE("edits are insertions, deletions, substitutions and swaps of neighbours, in code points") {
    struct Row {
        std::string_view a;
        std::string_view b;
        unsigned edits;  ///< 3 stands for more than two
    };
    for (const Row& row : {
             Row{"kidnaped", "kidnaped", 0},
             Row{"kidnaped", "kidnapped", 1},
             Row{"kidnapped", "kidnaped", 1},
             Row{"kidnaped", "kidnaper", 1},
             Row{"recieve", "receive", 1},
             Row{"kidnaped", "kidnappers", 3},
             Row{"kidnap", "kidnapped", 3},
             Row{"ca", "abc", 3},
             Row{"москва", "масква", 1},
             Row{"", "ab", 2},
         }) {
        CAPTURE(row.a);
        CAPTURE(row.b);
        CHECK(is_within_edits(row.a, row.b, 1) == (row.edits <= 1));
        CHECK(is_within_edits(row.a, row.b, 2) == (row.edits <= 2));
    }
}

TEST_CASE("patterns are folded between their wildcards") {
    CHECK(folded_pattern("Kidnap*") == "kidnap*");
    CHECK(folded_pattern("*Élections") == "*elections");
    CHECK(folded_pattern("Wom?N") == "wom?n");
    CHECK(folded_pattern("*") == "*");
}

}  // namespace dateline
