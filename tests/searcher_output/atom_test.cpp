#include <doctest/doctest.h>
#include <libxml/parser.h>

#include <memory>
#include <string>

#include "tests/searcher_output/pages.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

bool is_well_formed(const std::string& xml) {
    const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                      XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET),
        xmlFreeDoc);
    return document != nullptr;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("atom is a feed with an entry a result") {
    ResultPage page = example_page();
    page.answered = 86400;
    const std::string xml = written("atom", page);
    CHECK(is_well_formed(xml));
    CHECK(has(xml, "<title>&quot;abducted citizens&quot; return</title>"));
    CHECK(has(xml, "<updated>1970-01-02T00:00:00Z</updated>"));
    CHECK(has(xml, "<opensearch:totalResults>12</opensearch:totalResults>"));
    CHECK(has(xml, "<opensearch:startIndex>9</opensearch:startIndex>"));
    CHECK(has(xml, "<subtitle>No article has all of the words.</subtitle>"));
    CHECK(has(xml, "<entry xml:lang=\"en\">\n    <id>urn:uuid:"));
    CHECK(has(xml,
              "    <updated>2012-08-29T14:30:00+02:00</updated>\n"
              "    <published>2012-08-29T14:30:00+02:00</published>\n"
              "    <dc:date>2012-08-29T14:30+02:00</dc:date>\n"));
    CHECK(has(xml, "<name>Bo &quot;Bob&quot; Ray</name>"));
    CHECK(has(xml, "<link rel=\"alternate\" href=\"https://e.org/a1\"/>"));
    CHECK(has(xml, "<category term=\"Asia\"/>"));
    CHECK(has(xml,
              "<summary type=\"html\">… He said the &lt;b&gt;abducted citizens&lt;/b&gt; must "
              "&lt;b&gt;return&lt;/b&gt; home. …</summary>"));
    CHECK(has(xml, "<id>https://e.org/a2</id>"));
}

TEST_CASE("atom: an undated article has the first second of 1970 and no date of publication") {
    ResultPage page = example_page();
    page.results = {page.results[1]};
    const std::string xml = written("atom", page);
    CHECK(has(xml, "<updated>1970-01-01T00:00:00Z</updated>\n    <link"));
    page.results[0].date = date_of_month(2012, 8);
    CHECK(has(written("atom", page), "<updated>2012-08-01T00:00:00Z</updated>\n    <dc:date>2012-08</dc:date>"));
}

TEST_CASE("atom: whatever an article holds, the feed stays well-formed and its marks alone are HTML") {
    ResultPage page = example_page();
    page.results.resize(1);
    Result& result = page.results[0];
    const std::string evil = "a\x01<b>\xff&amp;]]>\xef\xbf\xbf\"'";
    result.title = result.source = result.section = result.url = result.id = result.language = evil;
    result.authors = {evil};
    result.url = "https://e.org/\"<a b>";
    result.snippet.text = "x < y & z";
    result.snippet.highlights = {{0, 5, true}, {4, 7, true}, {90, 95, false}};
    page.query = page.notes[0] = evil;
    const std::string xml = written("atom", page);
    CHECK(is_well_formed(xml));
    CHECK(has(xml, "href=\"https://e.org/%22%3Ca%20b%3E\""));
    CHECK(has(xml, "&lt;b&gt;x &amp;lt; y&lt;/b&gt;&lt;b&gt; &amp;amp;&lt;/b&gt; z"));
}

TEST_CASE("atom: an article without an address has something to read") {
    ResultPage page = example_page();
    page.results.resize(1);
    CHECK_FALSE(has(written("atom", page), "<content"));
    page.results[0].url.clear();
    CHECK(has(written("atom", page), "<content type=\"html\">… He said"));
}
