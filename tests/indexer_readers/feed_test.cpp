#include "indexer/readers/feed.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/indexer_readers/read_all.h"

namespace dateline {

using tests::read_all;

namespace {

std::string rss(const std::string& items) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Example Courier</title>"
           "<language>en</language>" +
           items + "</channel></rss>";
}

}  // namespace

TEST_CASE("RSS 2.0: full text, summary, author, date") {
    const auto readings = read_all(
        FeedReader(), rss("<item><title>Q&amp;amp;A: a bridge</title><link>https://example.org/1</link>"
                          "<guid isPermaLink=\"false\">urn:1</guid><pubDate>Wed, 29 Aug 2012 10:00:00 GMT</pubDate>"
                          "<author>desk@example.org (Ann Lee)</author><category>Town</category>"
                          "<description>In short.</description>"
                          "<content:encoded><![CDATA[<p>In full.</p>]]></content:encoded></item>"
                          "<item><title>Two</title><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item>"));
    REQUIRE(readings.articles.size() == 2);
    CHECK(readings.skipped.empty());
    const RawArticle& first = readings.articles[0];
    CHECK(first.stated.id == "urn:1");
    CHECK(first.stated.url == "https://example.org/1");
    CHECK(first.html_title == "Q&amp;A: a bridge");
    CHECK(first.html_lead == "In short.");
    CHECK(first.html_body == "<p>In full.</p>");
    CHECK(first.stated.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(first.stated.section == "Town");
    CHECK(first.stated.source == "The Example Courier");
    CHECK(first.stated.language == "en");
    CHECK(first.stated.place == "item 1");
    REQUIRE(first.date_texts.size() == 1);
    CHECK(first.date_texts[0].first == "feed:pubDate");
    CHECK(readings.articles[1].html_body == "<p>Only this.</p>");
    CHECK(readings.articles[1].html_lead.empty());
}

TEST_CASE("RSS 1.0 has its items beside the channel") {
    const auto readings = read_all(
        FeedReader(),
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"x\"><title>Courier</title></channel>"
        "<item rdf:about=\"https://example.org/1\"><title>One</title><link>https://example.org/1</link>"
        "<dc:creator>Ann Lee</dc:creator><dc:date>2012-08-29</dc:date><description>Text.</description></item>"
        "</rdf:RDF>");
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles[0].stated.id == "https://example.org/1");
    CHECK(readings.articles[0].stated.source == "Courier");
    CHECK(readings.articles[0].stated.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(readings.articles[0].date_texts[0].second == "2012-08-29");
}

TEST_CASE("Atom: text, HTML and XHTML, the link that leads to the article, published before updated") {
    const auto readings =
        read_all(FeedReader(),
                 "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\"><title>Beispielbote</title>"
                 "<entry><id>tag:1</id><title type=\"html\">A &amp;lt;b&amp;gt; c</title><link rel=\"edit\" "
                 "href=\"https://e.org/edit\"/>"
                 "<link rel=\"alternate\" href=\"https://e.org/1\"/><author><name>Ann Lee</name></author>"
                 "<updated>2013-01-01T00:00:00Z</updated><published>2012-08-29T10:00:00Z</published>"
                 "<summary>Short.</summary><content type=\"xhtml\"><div "
                 "xmlns=\"http://www.w3.org/1999/xhtml\"><p>Long.</p></div>"
                 "</content></entry>"
                 "<entry><id>tag:2</id><title>Two</title><updated>2012-08-30T00:00:00Z</updated>"
                 "<content type=\"html\">&lt;p&gt;Text.&lt;/p&gt;</content></entry></feed>");
    REQUIRE(readings.articles.size() == 2);
    const RawArticle& first = readings.articles[0];
    CHECK(first.stated.url == "https://e.org/1");
    CHECK(first.stated.language == "de");
    CHECK(first.html_body.find("<p>Long.</p>") != std::string::npos);
    CHECK(first.html_lead == "Short.");
    REQUIRE(first.date_texts.size() == 1);
    CHECK(first.date_texts[0].second == "2012-08-29T10:00:00Z");
    CHECK(readings.articles[1].html_body == "<p>Text.</p>");
    CHECK(readings.articles[1].date_texts[0].first == "feed:updated");
}

TEST_CASE("a damaged feed gives what stands before the damage, and the place of it") {
    const std::string whole = rss("<item><title>One</title><description>Text.</description></item>\n<item><title>Two");
    const auto readings = read_all(FeedReader(), whole.substr(0, whole.find("</channel>")));
    CHECK(readings.articles.size() == 1);
    REQUIRE(readings.skipped.size() == 1);
    CHECK(readings.skipped[0].reason == "malformed");
    CHECK(readings.skipped[0].place == "line 2");
}

TEST_CASE("a feed cannot name other files, nor blow up") {
    const auto file = read_all(FeedReader(),
                               "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                               "<rss><channel><item><title>One &x;</title></item></channel></rss>");
    for (const RawArticle& article : file.articles) {
        CHECK(article.html_title.find("root") == std::string::npos);
    }
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"haha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        bomb += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + before + "\">";
    }
    const auto laughs =
        read_all(FeedReader(), bomb + "]><rss><channel><item><title>&a29;</title></item></channel></rss>");
    for (const RawArticle& article : laughs.articles) {
        CHECK(article.html_title.size() < 1000);
    }
}

TEST_CASE("the content of an entry stands behind its pictures") {
    const auto readings = read_all(FeedReader(),
                                   "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
                                   "xmlns:media=\"http://search.yahoo.com/mrss/\"><entry><title>One</title>"
                                   "<media:content url=\"a.jpg\"><media:title>no</media:title></media:content>"
                                   "<content>Text.</content><summary>Short.</summary></entry></feed>");
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles[0].html_body == "Text.");
    CHECK(readings.articles[0].html_lead == "Short.");
}

TEST_CASE("a feed without items is told of") {
    const auto readings = read_all(FeedReader(), rss(""));
    CHECK(readings.articles.empty());
    REQUIRE(readings.skipped.size() == 1);
    CHECK(readings.skipped[0].reason == "no article");
}

}  // namespace dateline
