#include "searcher/suggestion/near_words.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "searcher/match/expansion.h"
#include "tests/searcher_suggestion/corpus_index.h"
#include "tests/support/temp_dir.h"

namespace dateline {

TEST_CASE("the walk over the dictionary finds what comparing with every word finds, in one segment and in several") {
    const tests::TempDir folder;
    for (const std::size_t commit_every : {0U, 11U}) {
        const Index index = tests::index_corpus(folder.path() / std::to_string(commit_every), commit_every);
        std::set<std::string> words;
        for (const auto& segment : index.segments()) {
            for (std::size_t at = 0; at < segment->words().size(); ++at) words.emplace(segment->words().folded(at));
        }
        REQUIRE(words.size() > 1000);
        std::vector<std::string> asked{"abductd", "ciitzens", "kim", "a", "zzzzzz", "беженцы", "朝", "réunion"};
        std::size_t turn = 0;
        for (const std::string& word : words) {
            if (++turn % 97 == 0) asked.push_back(word + "s");
        }
        for (const std::string& word : asked) {
            for (const unsigned edits : {1U, 2U}) {
                std::map<std::string, unsigned> expected;
                for (const std::string& other : words) {
                    if (other == word || !is_within_edits(word, other, edits)) continue;
                    expected.emplace(other, is_within_edits(word, other, 1) ? 1 : 2);
                }
                std::map<std::string, unsigned> found;
                for (const NearWord& near : near_words(index, word, edits, 10'000)) {
                    found.emplace(near.word, near.edits);
                    CHECK(near.articles > 0);
                }
                CAPTURE(word);
                CAPTURE(edits);
                CHECK(found == expected);
            }
        }
    }
}

TEST_CASE("of many near words the most frequent are kept, the nearest first") {
    const tests::TempDir folder;
    const Index index = tests::index_corpus(folder.path() / "index", 0);
    const std::vector<NearWord> near = near_words(index, "citizen", 2, 3);
    REQUIRE(!near.empty());
    CHECK(near.front().word == "citizens");
    CHECK(near.front().edits == 1);
    CHECK(near.size() <= 6);
}

}  // namespace dateline
