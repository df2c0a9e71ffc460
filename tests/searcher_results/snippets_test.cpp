#include "searcher/results/snippets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/graphemes.h"
#include "common/text/utf8.h"
#include "searcher/results/highlighter.h"
#include "tests/searcher_results/support.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

const Analyzer analyzer;

/// The snippet with its marks, and dots where it was cut.
std::string shown(const Snippet& snippet) {
    return (snippet.cut_before ? "... " : "") + with_marks(snippet.text, snippet.highlights) +
           (snippet.cut_after ? " ..." : "");
}

std::string snippet_of(std::string_view text, const std::vector<Mark>& marks, std::size_t max_chars = 240,
                       std::string_view language = "en") {
    const std::vector<FieldText> texts{{"body", text}};
    return shown(make_snippet(analyzer, texts, language, marks, {max_chars}));
}

constexpr std::string_view story =
    "Rain fell on the capital all morning. The ministers met behind closed doors. \"We will not "
    "rest,\" the premier "
    "said of the abducted citizens. Families wept.\n\nIn another city a dam broke. Nobody was hurt "
    "there. The river "
    "had risen for days.";

}  // namespace

TEST_CASE("a short text is its own snippet") {
    CHECK(snippet_of("Kim met Moon.", {word(analyzer, "moon")}) == "Kim met [Moon].");
    CHECK(snippet_of("Kim met Moon.\n\nThey spoke.", {word(analyzer, "speak"), word(analyzer, "spoke")}) ==
          "Kim met Moon.  They [spoke].");
}

TEST_CASE("a passage begins with a sentence and its quote, and does not end in the first words of one") {
    CHECK(snippet_of(story, {phrase(analyzer, "abducted citizens")}, 90) ==
          "... \"We will not rest,\" the premier said of the <abducted citizens>. Families wept. "
          "...");
    CHECK(snippet_of(story, {word(analyzer, "dam")}, 60) ==
          "... In another city a [dam] broke. Nobody was hurt there. ...");
}

TEST_CASE("where the sentence begins too far away some words stand before") {
    CHECK(snippet_of(story, {phrase(analyzer, "abducted citizens")}, 40) ==
          "... of the <abducted citizens>. Families wept. ...");
}

TEST_CASE("room left at the end of the text goes to the sentences before") {
    CHECK(snippet_of(story, {word(analyzer, "river")}, 60) ==
          "... Nobody was hurt there. The [river] had risen for days.");
}

TEST_CASE("the passage with the most distinct marks wins, then the rarer word, then the first") {
    const std::string text =
        "The king, the king and the king. " + std::string(20, '-') +
        " Some words that carry nothing stand here for a while. The king met the queen. And so on.";
    CHECK(snippet_of(text, {word(analyzer, "king"), word(analyzer, "queen")}, 40) ==
          "... The [king] met the [queen]. And so on.");
    CHECK(snippet_of("A king came by boat on Monday. A queen came by train.",
                     {word(analyzer, "king", 1), word(analyzer, "queen", 3)}, 30) == "... A [queen] came by train.");
    CHECK(snippet_of("A king came by boat. A king came by train.", {word(analyzer, "king")}, 24) ==
          "A [king] came by boat. ...");
}

TEST_CASE("lead, body and captions are looked at; the first wins a draw") {
    const std::vector<FieldText> texts{
        {"lead", "A flood."}, {"body", "Water rose. A flood came."}, {"caption", "A boat."}};
    const Snippet first = make_snippet(analyzer, texts, "en", std::vector{word(analyzer, "flood")});
    CHECK(first.field == "lead");
    const Snippet second =
        make_snippet(analyzer, texts, "en", std::vector{word(analyzer, "flood"), word(analyzer, "water")}, {14});
    CHECK(second.field == "lead");
    const Snippet third = make_snippet(analyzer, texts, "en", std::vector{word(analyzer, "boat")});
    CHECK(third.field == "caption");
    const Snippet only = make_snippet(analyzer, texts, "en", std::vector{in_field(word(analyzer, "flood"), "body")});
    CHECK(only.field == "body");
}

TEST_CASE("without a mark it is the beginning") {
    const std::vector<FieldText> texts{{"lead", " "}, {"body", story}};
    const Snippet snippet = make_snippet(analyzer, texts, "en", std::vector{word(analyzer, "nowhere")}, {40});
    CHECK(shown(snippet) == "Rain fell on the capital all morning. ...");
    CHECK(snippet.field == "body");
    CHECK(snippet.offset == 0);
    CHECK(make_snippet(analyzer, {}, "en", {}).text.empty());
    CHECK(snippet_of("...", {}) == "...");
}

TEST_CASE("the offset leads back to the field") {
    const Snippet snippet = make_snippet(analyzer, std::vector<FieldText>{{"body", "Ä é. Ein Öl-Schiff sank."}}, "de",
                                         std::vector{word(analyzer, "sank")}, {20});
    CHECK(snippet.text == "Ein Öl-Schiff sank.");
    CHECK(snippet.offset == 5);
    CHECK(snippet.highlights == std::vector<Highlight>{{14, 18, false}});
}

TEST_CASE("one endless word is cut") {
    const std::string text = "kim " + std::string(5000, 'x') + " moon";
    CHECK(count_code_points(make_snippet(analyzer, std::vector<FieldText>{{"body", text}}, "en",
                                         std::vector{word(analyzer, "kim")}, {100})
                                .text) <= 200);
    std::string hyphens = "a";
    for (int i = 0; i < 3000; ++i) {
        hyphens += "-b";
    }
    hyphens += "-kim";
    const Snippet snippet = make_snippet(analyzer, std::vector<FieldText>{{"body", hyphens}}, "en",
                                         std::vector{word(analyzer, "kim")}, {100});
    CHECK(snippet.highlights.size() == 1);
    CHECK(count_code_points(snippet.text) <= 200);
}

TEST_CASE("Chinese, Japanese and Thai passages are cut between words") {
    const std::string chinese =
        "中国国家主席习近平星期一在北京人民大会堂同来访的德国总理举行会谈。双方就经济合作和气候变化"
        "问题交换了意见。"
        "会谈后两国领导人共同会见了记者。";
    const Snippet snippet = make_snippet(analyzer, std::vector<FieldText>{{"body", chinese}}, "zh",
                                         std::vector{phrase(analyzer, "气候变化")}, {20});
    CHECK(shown(snippet).find("<气候变化>") != std::string::npos);
    CHECK(count_code_points(snippet.text) <= 26);
    const std::string thai = "นายกรัฐมนตรีญี่ปุ่นเดินทางเยือนประเทศไทยเมื่อวันจันทร์ที่ผ่านมาเพื่อหารือเรื่องความร่วมมือทางเศรษฐกิจ";
    const Snippet second = make_snippet(analyzer, std::vector<FieldText>{{"body", thai}}, "th",
                                        std::vector{phrase(analyzer, "ประเทศไทย")}, {30});
    CHECK(shown(second).find("<ประเทศไทย>") != std::string::npos);
    CHECK(second.cut_before);
    CHECK(second.cut_after);
}

TEST_CASE("random texts: the passage is the text itself, in bounds, and parts nothing") {
    const std::vector<std::string> pieces{"kim",  "moon",        "a",  "Ökonomie", "e\u0301tat", "東京", "ประเทศ",
                                          "한국", "👩‍🚀", "🇩🇪", " ",        " ",          " ",    ". ",
                                          "。",   "\n\n",        "\"", "“",        "”",          "-",    ", ",
                                          "'s",   "(",           ")",  "…",        "1,200"};
    std::mt19937 random(5);
    const auto below = [&random](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    const std::vector<Mark> marks{word(analyzer, "kim"), word(analyzer, "moon", 2), phrase(analyzer, "東京")};
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t length = below(200); length > 0; --length) {
            text += pieces[below(pieces.size())];
        }
        const std::size_t max_chars = 20 + below(100);
        CAPTURE(text);
        CAPTURE(max_chars);
        const Snippet snippet =
            make_snippet(analyzer, std::vector<FieldText>{{"body", text}}, "en", marks, {max_chars});
        std::string one_line = text;
        std::replace(one_line.begin(), one_line.end(), '\n', ' ');
        const std::size_t begin = byte_offset_of(text, snippet.offset);
        REQUIRE(one_line.compare(begin, snippet.text.size(), snippet.text) == 0);
        REQUIRE(is_grapheme_boundary(text, begin));
        REQUIRE(is_grapheme_boundary(text, begin + snippet.text.size()));
        REQUIRE(count_code_points(snippet.text) <= 2 * max_chars);
        const auto spans = find_marks(analyzer, text, "en", "body", marks);
        REQUIRE(snippet.highlights.empty() == spans.empty());
    }
}
