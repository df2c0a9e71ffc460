#include "searcher/page/html_writer.h"

#include <doctest/doctest.h>

#include "searcher/page/marked_text.h"

using namespace dateline;
using namespace dateline::page;

namespace {

std::string written(const std::string& text) {
    HtmlWriter html;
    html.text(text);
    return html.take();
}

std::string marked(const std::string& text, const std::vector<Highlight>& highlights) {
    HtmlWriter html;
    MarkedText(html).write(text, highlights);
    return html.take();
}

}  // namespace

TEST_CASE("text is never markup") {
    CHECK(written("<script>alert(\"1\") && '2'</script>") ==
          "&lt;script&gt;alert(&quot;1&quot;) &amp;&amp; &#39;2&#39;&lt;/script&gt;");
    CHECK(written("&lt;") == "&amp;lt;");
    CHECK(written("致被 café") == "致被 café");
}

TEST_CASE("what HTML has no place for is replaced") {
    CHECK(written(std::string("a\0b", 3)) == "a\uFFFDb");
    CHECK(written("a\x1B[31m\x7F") == "a\uFFFD[31m\uFFFD");
    CHECK(written("tab\tline\n") == "tab\tline\n");
    CHECK(written("caf\xE9") == "café");  // repaired as Windows-1252
}

TEST_CASE("elements end where their block does, and values of attributes are text") {
    HtmlWriter html;
    {
        const auto item = html.in("li", {{"title", "\"><script>"}, {"hidden", "", false}});
        html.element("b", "x & y");
        html.empty("br");
    }
    CHECK(html.take() == "<li title=\"&quot;&gt;&lt;script&gt;\"><b>x &amp; y</b><br></li>");
}

TEST_CASE("marks stand where the highlights say, in code points") {
    CHECK(marked("an old dam", {{7, 10, false}}) == "an old <mark class=\"word\">dam</mark>");
    CHECK(marked("致被害者", {{1, 3, true}}) == "致<mark class=\"phrase\">被害</mark>者");
    CHECK(marked("<b>", {{1, 2, false}}) == "&lt;<mark class=\"word\">b</mark>&gt;");
    CHECK(marked("abc", {}) == "abc");
    SUBCASE("of those that overlap nothing is written twice") {
        CHECK(marked("abcdef", {{0, 4, true}, {2, 6, true}}) ==
              "<mark class=\"phrase\">abcd</mark><mark class=\"phrase\">ef</mark>");
    }
}

TEST_CASE("marks are numbered over all texts") {
    HtmlWriter html;
    MarkedText text(html, true);
    text.write("a b", {{0, 1, false}});
    text.write("b", {{0, 1, false}});
    CHECK(text.marks() == 2);
    CHECK(html.take() == "<mark class=\"word\" id=\"hit-1\">a</mark> b<mark class=\"word\" id=\"hit-2\">b</mark>");
}
