#include "searcher/results/highlighter.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/searcher_results/support.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

const Analyzer the_analyzer;

std::string marked(std::string_view text, const std::vector<Mark>& marks, std::string_view language = "en",
                   std::string_view field = "body") {
    return with_marks(text, to_highlights(text, find_marks(the_analyzer, text, language, field, marks)));
}

}  // namespace

TEST_CASE("a stemmed word marks the whole word it stands for") {
    CHECK(marked("He kidnapped two; kidnapping, they say.", {word(the_analyzer, "kidnap")}) ==
          "He [kidnapped] two; [kidnapping], they say.");
    CHECK(marked("Die Entführungen in Bonn", {word(the_analyzer, "Entführung")}, "de") == "Die [Entführungen] in Bonn");
}

TEST_CASE("the words of a phrase are marked only where they stand as the phrase") {
    CHECK(marked("Abducted citizens, and citizens abducted by them; abducted, citizens",
                 {phrase(the_analyzer, "abducted citizens")}) ==
          "<Abducted citizens>, and citizens abducted by them; <abducted, citizens>");
    CHECK(marked("knock knock knock", {phrase(the_analyzer, "knock knock")}) == "<knock <knock> knock>");
    CHECK(marked("of the abducted\n\ncitizens", {phrase(the_analyzer, "abducted citizens")}) ==
          "of the abducted\n\ncitizens");
}

TEST_CASE("a word inside a marked phrase is not marked again") {
    CHECK(marked("abducted citizens and citizens",
                 {word(the_analyzer, "citizen"), phrase(the_analyzer, "abducted citizens")}) ==
          "<abducted citizens> and [citizens]");
}

TEST_CASE("scripts without blanks") {
    CHECK(marked("北朝鮮による日本人拉致問題。", {phrase(the_analyzer, "拉致問題")}, "ja") ==
          "北朝鮮による日本人<拉致問題>。");
}

TEST_CASE("spans tell their mark, by begin and the longest first") {
    const std::vector<Mark> marks{word(the_analyzer, "citizen"), phrase(the_analyzer, "citizens abducted"),
                                  phrase(the_analyzer, "citizens")};
    CHECK(find_marks(the_analyzer, "citizens abducted citizenS", "en", "body", marks).size() == 5);
    CHECK(find_marks(the_analyzer, "citizens abducted citizen", "en", "body", marks) ==
          std::vector<MarkedSpan>{{0, 17, 1, true}, {0, 8, 0, false}, {0, 8, 2, false}, {18, 25, 0, false}});
}
