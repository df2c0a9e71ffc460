#include "common/index/words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

struct Counted {
    WordForm form;
    std::uint64_t count;
};

/// A dictionary in a folder of its own, and the number each form was given.
class Dictionary {
public:
    explicit Dictionary(const std::vector<Counted>& counted, const std::vector<LanguageStems>& stems = {}) {
        std::vector<WordForm> forms;
        std::vector<std::uint64_t> counts;
        for (const Counted& each : counted) {
            forms.push_back(each.form);
            counts.push_back(each.count);
        }
        ids = write_words(folder_.path() / "words", forms, counts, stems, false);
        words.emplace(folder_.path() / "words");
    }

    std::vector<std::uint32_t> ids;
    std::optional<Words> words;

private:
    tests::TempDir folder_;
};

/// `size` folded words with one to four forms each.
std::vector<Counted> random_forms(std::vector<std::string>& text, std::size_t size) {
    std::mt19937 random(5);
    std::vector<Counted> counted;
    text.reserve(size * 5);
    for (std::size_t i = 0; i < size; ++i) {
        const std::string& folded =
            text.emplace_back("w" + std::to_string(random() % 10'000'000) + "-" + std::to_string(i));
        const std::size_t forms = 1 + random() % 4;
        for (std::size_t j = 0; j < forms; ++j) {
            const std::string& literal = j == 0 ? folded : text.emplace_back(std::string(j, 'W') + folded);
            counted.push_back({{folded, literal}, random() % 100});
        }
    }
    std::shuffle(counted.begin(), counted.end(), random);
    return counted;
}

}  // namespace

TEST_CASE("forms of one word have consecutive numbers, frequent words the low ones") {
    const Dictionary dictionary({{{"us", "US"}, 3},
                                 {{"the", "the"}, 90},
                                 {{"us", "U.S."}, 4},
                                 {{"the", "The"}, 9},
                                 {{"us", "us"}, 1},
                                 {{"zebra", "zebra"}, 20}});
    const Words& words = *dictionary.words;
    CHECK(words.size() == 3);
    CHECK(words.form_count() == 6);
    CHECK(words.find("the") == IdRange{first_word_id, first_word_id + 2});
    CHECK(words.find("zebra") == IdRange{first_word_id + 2, first_word_id + 3});
    CHECK(words.find("us") == IdRange{first_word_id + 3, first_word_id + 6});
    CHECK(words.find("u").empty());
    CHECK(words.find("zz").empty());
    CHECK(words.find("").empty());
    CHECK(words.find_literal("us", "U.S.") == dictionary.ids[2]);
    CHECK(words.find_literal("us", "us") == dictionary.ids[4]);
    CHECK_FALSE(words.find_literal("us", "uS"));
    CHECK_FALSE(words.find_literal("usa", "USA"));
}

TEST_CASE("words stand in byte order and can be searched from any beginning") {
    const Dictionary dictionary({{{"b", "b"}, 1}, {{"ab", "ab"}, 1}, {{"é", "é"}, 5}, {{"a", "a"}, 1}});
    const Words& words = *dictionary.words;
    CHECK(words.folded(0) == "a");
    CHECK(words.folded(1) == "ab");
    CHECK(words.folded(2) == "b");
    CHECK(words.folded(3) == "é");
    CHECK(words.lower_bound("") == 0);
    CHECK(words.lower_bound("aa") == 1);
    CHECK(words.lower_bound("c") == 3);
    CHECK(words.lower_bound("\xFF") == 4);
}

TEST_CASE("equal forms get one number, and their counts add up") {
    const Dictionary dictionary({{{"a", "a"}, 2}, {{"b", "b"}, 3}, {{"a", "a"}, 2}});
    CHECK(dictionary.ids[0] == dictionary.ids[2]);
    CHECK(dictionary.words->form_count() == 2);
    CHECK(dictionary.ids[0] == first_word_id);
}

TEST_CASE("words are found by the stem they have in each language") {
    const Dictionary dictionary(
        {{{"dies", "dies"}, 4}, {{"died", "Died"}, 2}, {{"died", "died"}, 2}, {{"das", "das"}, 9}},
        {{"de", {{0, "dies"}, {3, "das"}}}, {"en", {{0, "die"}, {1, "die"}, {2, "die"}}}});
    const Words& words = *dictionary.words;
    REQUIRE(words.stemmed_languages() == std::vector<std::string_view>{"de", "en"});
    const auto found = [&](std::size_t language, std::string_view stem) {
        std::vector<std::string> folded;
        for (const std::uint32_t position : words.words_of_stem(language, stem))
            folded.emplace_back(words.folded(position));
        return folded;
    };
    CHECK(found(0, "dies") == std::vector<std::string>{"dies"});
    CHECK(found(0, "die").empty());
    CHECK(found(1, "die") == std::vector<std::string>{"died", "dies"});
    CHECK(found(1, "das").empty());
}

TEST_CASE("an empty dictionary") {
    const Dictionary dictionary({});
    CHECK(dictionary.words->size() == 0);
    CHECK(dictionary.words->form_count() == 0);
    CHECK(dictionary.words->find("a").empty());
    CHECK(dictionary.words->forms().empty());
}

TEST_CASE("many words: every way to look one up agrees with the others") {
    std::vector<std::string> text;
    const auto counted = random_forms(text, 3000);
    const Dictionary dictionary(counted);
    const Words& words = *dictionary.words;
    const auto forms = words.forms();
    REQUIRE(forms.size() == words.form_count());
    std::map<std::string_view, std::uint64_t> count_of;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        const WordForm& form = counted[i].form;
        const std::uint32_t id = dictionary.ids[i];
        count_of[form.folded] += counted[i].count;
        REQUIRE(forms[id - first_word_id] == form);
        REQUIRE(words.find_literal(form.folded, form.literal) == id);
        REQUIRE(words.find(form.folded).contains(id));
    }
    REQUIRE(count_of.size() == words.size());
    std::map<std::uint32_t, std::uint64_t> count_by_number;
    std::uint32_t next = first_word_id;
    for (std::size_t position = 0; position < words.size(); ++position) {
        REQUIRE((position == 0 || words.folded(position - 1) < words.folded(position)));
        count_by_number[words.ids(position).begin] = count_of.at(words.folded(position));
    }
    std::uint64_t last = ~std::uint64_t{0};
    for (const auto& [begin, count] : count_by_number) {
        REQUIRE(begin == next);
        REQUIRE(count <= last);
        last = count;
        next = words.find(forms[begin - first_word_id].folded).end;
    }
    CHECK(next == first_word_id + words.form_count());
}

TEST_CASE("a range of numbers") {
    constexpr IdRange range{5, 8};
    CHECK_FALSE(range.contains(4));
    CHECK(range.contains(5));
    CHECK(range.contains(7));
    CHECK_FALSE(range.contains(8));
    CHECK_FALSE(IdRange{}.contains(0));
}

}  // namespace dateline
