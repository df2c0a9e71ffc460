// What of a page's source goes to the parser.

#include "indexer/html/page_source.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "indexer/html/document.h"

namespace dateline {

TEST_CASE("what says nothing is not parsed") {
    struct Row {
        std::string_view page;
        std::string_view source;
    };
    constexpr std::array rows{
        Row{"<p>One\n\n   <b class='a  b'> two</b></p>", "<p>One\n<b class='a  b'> two</b></p>"},
        Row{"a<!-- <p>no</p> -->b<!-->c<!--->d<!-- --!>e", "abcde"},
        Row{"a<!-- never closed <p>b", "a"},
        Row{"<style media=x>p { a > b }</style>c", "<style></style>c"},
        Row{"<script>if (a<b) {}</script>c<script>d()</script>", "<script>0</script>c<script>1</script>"},
        Row{"<script src=a></script>", "<script></script>"},
        Row{"<SCRIPT>'</scripts>'</SCRIPT >c", "<SCRIPT>0</SCRIPT >c"},
        Row{"<script><!-- w('<script></script>') --></script>c", "<script>0</script>c"},
        Row{"<script><!-- a</script>b", "<script>0</script>b"},
        Row{"<script>never closed <p>a", "<script>0"},
        Row{"<textarea><script>a</textarea>b", "<textarea><script>a</textarea>b"},
        Row{"<title>a <!-- b</title>c", "<title>a <!-- b</title>c"},
        Row{"<a title='>' href=x'y>b", "<a title='>'>b"},
        Row{"<a href = \"a>b\"ID=c  title>d", "<a ID=c title>d"},
        Row{"<img src=a/>b<br/>c<p/ class=d =e>f", "<img />b<br />c<p class=d>f"},
        Row{"<LINK HREF=a><meta content=a=b>", "<LINK HREF=a><meta content=a=b>"},
        Row{"<!doctype html><?php a <script> ?>b</ c>d", "<!doctype html><?php a <script> ?>b</ c>d"},
        Row{"a < b", "a < b"},
        Row{"a<", "a<"},
        Row{"a</", "a</"},
        Row{"<a id='", "<a id='>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.page);
        CHECK(source_of_page(row.page).html == row.source);
    }
}

TEST_CASE("scripts are what they were") {
    const std::string page =
        "<script type='application/ld+json'>{\"a\":\n  \"<!-- b --> 7\"}</script><script>42</script>";
    const Document document(page);
    const NodeId first = document.find(Tag::script);
    const NodeId second = document.find(Tag::script, first + 1);
    CHECK(document[first + 1].text == "{\"a\":\n  \"<!-- b --> 7\"}");
    CHECK(document[second + 1].text == "42");
}

}  // namespace dateline
