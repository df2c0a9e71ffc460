#include "indexer/html/document.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/html/blocks.h"
#include "indexer/html/page_source.h"

namespace dateline {

namespace {

std::string blocks_in(const std::string& html) {
    const Document document{html};
    std::string joined;
    for (const Block& block : blocks_of(document)) {
        joined += (joined.empty() ? "" : " | ") + block.text;
    }
    return joined;
}

}  // namespace

TEST_CASE("a document is in one array, in the order of the page") {
    const Document document("<p class=a>One <b>two</b></p><p>Three");
    const NodeId first = document.find(Tag::p);
    const NodeId second = document.find(Tag::p, first + 1);
    CHECK(document.attribute(first, "class") == "a");
    CHECK(document.text_of(first) == "One two");
    CHECK(document[first].end == second);
    CHECK(document.contains(document.find(Tag::body), second));
    CHECK(document.find(Tag::table) == document.size());
}

TEST_CASE("blocks are paragraphs, whatever makes them") {
    CHECK(blocks_in("<p>One<p>Two<div>Three <i>and</i> four<ul><li>Five<li>Six</ul>seven</div>") ==
          "One | Two | Three and four | Five | Six | seven");
    CHECK(blocks_in("One<br>goes on<br><br>Two") == "One goes on | Two");
    CHECK(blocks_in("<p>Text<script>no()</script><style>p{}</style><button>Share</button></p>") == "Text");
    CHECK(blocks_in("") == "");
}

TEST_CASE("hostile nesting does no harm") {
    const auto times = [](std::size_t count, std::string_view text) {
        std::string all;
        for (std::size_t i = 0; i < count; ++i) all += text;
        return all;
    };
    constexpr std::size_t levels = 300'000;
    CHECK(blocks_in(times(levels, "<div>") + "text") == "text");
    CHECK(blocks_in(times(levels, "<b class='x'>") + "text" + times(levels, "</b>") + "<p>more") == "text | more");
    CHECK(blocks_in("<script>" + times(levels, "'<div>'") + "</script><div><div>text</div></div>") == "text");
    const Document deep(times(levels, "<div>"));
    CHECK(deep.size() < most_nested + 10);
    constexpr std::size_t paragraphs = 50'000;
    const Document wide(times(paragraphs, "<p>text"));
    CHECK(wide.size() > 2 * paragraphs);
}

}  // namespace dateline
