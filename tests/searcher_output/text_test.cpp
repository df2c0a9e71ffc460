#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/styled_text.h"
#include "tests/searcher_output/pages.h"

using namespace dateline;
using namespace dateline::tests;

TEST_CASE("text for people, without colours") {
    CHECK(written("text", example_page(), {.colours = false, .width = 50}) ==
          "No article has all of the words.\n"
          "\n"
          " 9. Families of abducted citizens meet the premier\n"
          "    2012-08-29 14:30+02:00 · Example, Post · Asia\n"
          "    · score 12.35\n"
          "    … He said the abducted citizens must return\n"
          "    home. …\n"
          "    a1\n"
          "    https://e.org/a1\n"
          "\n"
          "10. (untitled)\n"
          "    undated · score 3.00\n"
          "    https://e.org/a2\n"
          "\n"
          "year\n"
          "  2012     8  ████████████████████████████████████\n"
          "  2013     1  ████▌\n"
          "  undated  3  █████████████▌\n"
          "\n"
          "section\n"
          "  Asia  12  ██████████████████████████████████████\n"
          "\n"
          "12 articles, 9 to 10 shown (1.2 ms)\n");
}

TEST_CASE("colours mark words and phrases") {
    ResultPage page = example_page();
    page.results.resize(1);
    page.facets.clear();
    const std::string text = written("text", page, {.colours = true, .width = 100});
    CHECK(text.find("9. \x1b[1mFamilies of \x1b[0m\x1b[1;4;33mabducted citizens\x1b[0m\x1b[1m meet "
                    "the premier\x1b[0m\n") != std::string::npos);
    CHECK(text.find("… He said the \x1b[1;4;33mabducted citizens\x1b[0m must "
                    "\x1b[1;33mreturn\x1b[0m home. …\n") != std::string::npos);
}

TEST_CASE("the last line counts") {
    ResultPage page;
    CHECK(written("text", page) == "0 articles (0.0 ms)\n");
    page.total = 1;
    CHECK(written("text", page) == "1 article (0.0 ms)\n");
}

TEST_CASE("nothing of an article controls the terminal") {
    ResultPage page = example_page();
    const std::string evil =
        "a\x1b[2J\x07\x9b\xc2\x9b"
        "31m\r\nb\xe2\x80\xae"
        "c\x7f\t\xff";
    Result& result = page.results[0];
    result.title = result.source = result.section = result.url = result.id = evil;
    result.snippet.text = evil;
    page.notes = {evil};
    page.facets = {{evil, {{evil, 3}}, true}};
    const std::string text = written("text", page);
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        CHECK((code >= 0x20 || byte == '\n'));
        CHECK(code != 0x7f);
    }
    CHECK(text.find("\xc2\x9b") == std::string::npos);
    CHECK(text.find("\xe2\x80\xae") == std::string::npos);
    CHECK(safe_for_terminal(evil) == "a�[2J���31m  b�c� �");
}

TEST_CASE("lines are wrapped by columns") {
    const auto lines = [](std::string_view text, std::size_t width) { return StyledText(text).lines(width, false); };
    using TextLines = std::vector<std::string>;
    CHECK(lines("one two three", 7) == TextLines{"one two", "three"});
    CHECK(lines("one  two", 4) == TextLines{"one", "two"});
    CHECK(lines("endlessword it is", 5) == TextLines{"endle", "sswor", "d it", "is"});
    CHECK(lines("東京で地震があった", 7) == TextLines{"東京で", "地震が", "あった"});
    CHECK(lines("", 7).empty());
    CHECK(lines("e\u0301e\u0301e\u0301", 2) == TextLines{"e\u0301e\u0301", "e\u0301"});
    CHECK(StyledText("東京で地震").line(7, false) == "東京で…");
    CHECK(StyledText("one").line(3, false) == "one");
}
