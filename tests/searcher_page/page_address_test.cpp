#include "searcher/page/page_address.h"

#include <doctest/doctest.h>

using namespace dateline::page;

TEST_CASE("the state of a page is its address") {
    CHECK(address_of({}) == "/");
    CHECK(address_of({"\"peace talks\" a&b", {{"sort", "newest"}}, 20}) ==
          "/?q=%22peace+talks%22+a%26b&sort=newest&offset=20");
    CHECK(address_with_query({"x", {{"sort", "newest"}}, 20}, "致被") == "/?q=%E8%87%B4%E8%A2%AB&sort=newest");
    CHECK(article_address({"x", {}, 20}, "https://e.org/a?b#c") == "/article?q=x&id=https%3A%2F%2Fe.org%2Fa%3Fb%23c");
}

TEST_CASE("only addresses of the web are links") {
    CHECK(web_address("https://example.org/a") == "https://example.org/a");
    CHECK(web_address("HTTP://example.org") == "HTTP://example.org");
    for (const char* other : {"javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
                              "//example.org", "/etc/passwd", "file:///etc", "vbscript:x", "https:example.org", ""}) {
        CAPTURE(other);
        CHECK(web_address(other).empty());
    }
}
