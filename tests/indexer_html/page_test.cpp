// What is read from web pages, one trait a case. Whole pages stand in corpus/html.

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/html/html_page.h"

namespace dateline {

namespace {

const std::string first = "The council met on Tuesday evening and spoke for three hours about the new bridge.";
const std::string second = "Nobody had expected that the vote would be so close, the mayor said after the meeting.";
const std::string third = "The works are to begin in spring and to last for two years, if the money can be found.";

std::string paragraphs() { return "<p>" + first + "</p><p>" + second + "</p><p>" + third + "</p>"; }
std::string body() { return first + "\n\n" + second + "\n\n" + third; }

HtmlPage page(const std::string& head, const std::string& content) {
    return read_html_page("<!doctype html><html><head>" + head + "</head><body>" + content + "</body></html>", "");
}

std::string published(const HtmlPage& page) {
    return page.published ? to_iso(page.published->date) + " " + page.published->from : "undated";
}

}  // namespace

TEST_CASE("what is not the story stays out of the body") {
    const std::string story = "<div><h1>A bridge for the town</h1>" + paragraphs() + "</div>";
    for (const std::string other : {
             "<nav><a href=/>Home</a><a href=/sport>Sport</a></nav>",
             "<div class=share-bar><p>Share this article with everybody you know, on every network there is.</p></div>",
             "<aside><p>The weather will be fine on Wednesday, with some clouds in the afternoon and wind.</p></aside>",
             "<section id=comments><p>I have said so for years and nobody listened to me, as usual in this town.</p>"
             "</section>",
             "<footer><p>This newspaper is published by the Example Company in Exampletown since 1901.</p></footer>",
             "<ul><li><a href=/1>Another story of the day</a></li><li><a href=/2>And one more story</a></li></ul>",
             "<form><p>Sign up for our newsletter and get the news of the town every morning at seven.</p></form>",
         }) {
        CAPTURE(other);
        CHECK(page("", story + other).body == body());
        CHECK(page("", other + story).body == body());
    }
}

TEST_CASE("subheads, lists and quotes stay in their order") {
    const HtmlPage read = page("", "<article><p>" + first +
                                       "</p><h2>What it costs</h2><ul><li>Forty million for the bridge.</li>"
                                       "<li>Ten million for the roads.</li></ul><blockquote><p>" +
                                       second + "</p></blockquote><p>" + third + "</p></article>");
    CHECK(read.body == first + "\n\nWhat it costs\n\nForty million for the bridge.\n\nTen million for the roads.\n\n" +
                           second + "\n\n" + third);
}

TEST_CASE("names that hide all of the text are not believed") {
    CHECK(page("", "<div class='page has-sidebar share'>" + paragraphs() + "</div>").body == body());
    CHECK(page("", "<form id=aspnet>" + paragraphs() + "</form>").body == body());
}

TEST_CASE("a body in several parts of one name is whole") {
    const auto part = [](const std::string& text) { return "<div class='article-body wide'>" + text + "</div>"; };
    std::string longer;
    for (int i = 0; i < 4; ++i) {
        longer += paragraphs();
    }
    const HtmlPage read = page("", "<div>" + part("<p>" + first + "</p><p>" + second + "</p>") +
                                       "<div class=advert>Buy a bridge!</div>" + part(longer) + "</div>");
    CHECK(read.body.starts_with(first + "\n\n" + second + "\n\n" + first));
}

TEST_CASE("a long question for consent is not the story") {
    std::string question;
    for (int i = 0; i < 20; ++i) {
        question += "<p>We use cookies to make this page work, and others to learn what you like to read here.</p>";
    }
    const std::string story = "<div><h1>A bridge for the town</h1>" + paragraphs() + paragraphs() + "</div>";
    CHECK(page("", story + "<div class=privacy-modal>" + question + "</div>").body == body() + "\n\n" + body());
}

TEST_CASE("a text that only the page's scripts have is read from them") {
    std::string list;
    std::string tree;
    std::string html;
    std::string whole;
    for (int i = 0; i < 3; ++i) {
        for (const std::string& text : {first, second, third}) {
            list += (list.empty() ? "" : ",") + ("{\"type\":\"text\",\"content\":\"" + text + "\"}");
            tree += (tree.empty() ? "" : ",") +
                    ("{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"value\":\"" + text.substr(0, 20) +
                     "\"},{\"type\":\"link\",\"content\":[{\"value\":\"" + text.substr(20) + "\"}]}]}");
            html += "<p>" + text + "<\\/p>";
            whole += (whole.empty() ? "" : "\n\n") + text;
        }
    }
    const std::string teaser = "<h1>A bridge for the town</h1><p>" + first + "</p>";
    for (const std::string& data : {
             "{\"story\":{\"id\":7,\"parts\":[" + list + "]}}",
             "{\"body\":{\"content\":[{\"type\":\"advert\",\"content\":\"Buy.\"}," + tree + "]}}",
             "{\"article\":{\"markup\":\"" + html + "\"}}",
         }) {
        CAPTURE(data);
        const std::string json = "<script type='application/json'>" + data + "</script>";
        const std::string variable = "<script>window.state = " + data + ";</script>";
        CHECK(page("", teaser + json).body == whole);
        CHECK(page("", teaser + variable).body == whole);
        CHECK(page("", json).body == whole);
        // Data of another story, and a page that shows all of its own.
        CHECK(page("",
                   "<h1>Rain</h1><p>It rained in the town all day, and at night it rained again, people said.</p>"
                   "<p>Nobody knew when it would end, not even those who had seen it rain for years.</p>" +
                       json)
                  .body.starts_with("It rained"));
    }
}

TEST_CASE("the headline is the heading that the metadata speaks of") {
    const std::string title = "<title>A bridge for the town | The Example Courier</title>";
    CHECK(page(title, "<h1>The Example Courier</h1><h2>A bridge for the town</h2>" + paragraphs()).title ==
          "A bridge for the town");
    CHECK(page(title, paragraphs()).title == "A bridge for the town");
    CHECK(page("<meta property=og:title content='A bridge for the town'>",
               "<h1>Bridge for the town: vote was close</h1>" + paragraphs())
              .title == "Bridge for the town: vote was close");
}

TEST_CASE("every date says where it was found") {
    const std::string ld =
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Thing\",\"NewsArticle\"],"
        "\"headline\":\"A bridge\",\"datePublished\":\"2012-08-29T10:00:00+02:00\"}]}</script>";
    CHECK(published(page(ld, paragraphs())) == "2012-08-29T10:00:00+02:00 json-ld:datePublished");
    CHECK(published(page("<meta property='article:published_time' content='2012-08-29T10:00:00Z'>", paragraphs())) ==
          "2012-08-29T10:00:00Z meta:article:published_time");
    CHECK(published(page("<meta name='DC.date.issued' content='2012-08-29'>", paragraphs())) ==
          "2012-08-29 meta:dc.date.issued");
    CHECK(published(page("<link rel=canonical href='https://example.org/2012/08/29/bridge'>", paragraphs())) ==
          "2012-08-29 url");
    CHECK(published(page("<title>A bridge for the town</title>",
                         "<h1>A bridge for the town</h1>"
                         "<time datetime='2012-08-29T10:00:00Z'>Wednesday</time>" +
                             paragraphs())) == "2012-08-29T10:00:00Z time");
    CHECK(published(page("<title>Eine Brücke für die Stadt</title>",
                         "<h1>Eine Brücke für die Stadt</h1><p>29. August 2012</p>" + paragraphs())) ==
          "2012-08-29 text:date line");
    CHECK(published(page("", paragraphs())) == "undated");
}

TEST_CASE("contradictory dates are weighed") {
    // The address and the line by the headline outvote the metadata of a page that was moved to a new system.
    CHECK(published(page("<title>A bridge for the town</title>"
                         "<meta property='article:published_time' content='2019-01-01T00:00:00Z'>"
                         "<link rel=canonical href='https://example.org/2012/08/29/bridge'>",
                         "<h1>A bridge for the town</h1><p>29 August 2012</p>" + paragraphs())) == "2012-08-29 url");
    CHECK(published(page("<title>A bridge for the town</title>"
                         "<meta property='article:modified_time' content='2019-01-01T00:00:00Z'>",
                         "<h1>A bridge for the town</h1><p>29 August 2012</p><p>Updated 1 January 2019</p>" +
                             paragraphs())) == "2012-08-29 text:date line");
}

TEST_CASE("the date of a change is none of publication") {
    CHECK(published(page("<meta property='article:modified_time' content='2019-01-01T00:00:00Z'>"
                         "<meta name=lastmod content='2019-01-01'>",
                         paragraphs())) == "undated");
    CHECK(published(page("<title>A bridge for the town</title>",
                         "<h1>A bridge for the town</h1><p>Updated 1 January 2019</p>" + paragraphs())) == "undated");
}

TEST_CASE("metadata is known by the words of its name") {
    struct Row {
        std::string name;
        std::string date;
    };
    for (const Row& row : {
             Row{"prism.publicationDate", "2012-08-29"},
             Row{"content_publishedDate", "2012-08-29"},
             Row{"dcterms:created", "2012-08-29"},
             Row{"article-date", "2012-08-29"},
             Row{"article:expiration_time", "undated"},
             Row{"event-date", "undated"},
         }) {
        CAPTURE(row.name);
        const HtmlPage read = page("<meta name='" + row.name + "' content='29 August 2012'>", paragraphs());
        CHECK((read.published ? to_iso(read.published->date) : "undated") == row.date);
    }
}

TEST_CASE("dates that a page shows") {
    const auto spans = [](int count) {
        std::string all;
        for (int i = 0; i < count; ++i) {
            all += "<span>Rain</span>";
        }
        return "<div>" + all + "</div>";
    };
    const auto day = [](const std::string& head, const std::string& content) {
        return published(page("<title>A bridge for the town</title>" + head, content));
    };
    const std::string headline = "<h1>A bridge for the town</h1>";
    // A date in an element of its own, with what stands beside it run into it.
    CHECK(day("", headline + "<div><span>Ann Lee</span><span>Aug 29, 2012</span><span>7 shares</span></div>" +
                      paragraphs()) == "2012-08-29 text:date line");
    // What is worded as the date of publication, for what is nearer.
    CHECK(day("", headline + "<p>1 January 2019</p>" + paragraphs() + "<p>Published on 29 August 2012</p>") ==
          "2012-08-29 text:date line");
    // Not since when its author has been there, nor what a menu tells of others.
    CHECK(day("", headline + "<p>Joined: 1 January 2009</p><p>29 August 2012</p>" + paragraphs()) ==
          "2012-08-29 text:date line");
    CHECK(day("", "<ul><li><a href=/a>The bridge that was closed on 1 January 2009</a></ul>" + headline +
                      "<p>29 August 2012</p>" + paragraphs()) == "2012-08-29 text:date line");
    // A date by the headline, before those that stand around it.
    CHECK(day("", "<div><div>1 January 2009</div></div>" + spans(70) + headline + "<a href=/2012/>29 August 2012</a>" +
                      paragraphs()) == "2012-08-29 text:date line");
    CHECK(day("", headline + "<p>29 August 2012</p>" + paragraphs() + spans(70) +
                      "<aside><time datetime=2009-01-01>1 January 2009</time></aside>") == "2012-08-29 text:date line");
    CHECK(day("", headline + paragraphs() + "<div class=comments><p>1 January 2009</p></div><p>29 August 2012</p>") ==
          "2012-08-29 text:date line");
    // Many systems mean the last change by a plain `date`.
    CHECK(day("<meta name=date content='2019-01-01'>", headline + "<p>29 August 2012</p>" + paragraphs()) ==
          "2012-08-29 text:date line");
    CHECK(day("", headline + "<abbr class=published title='2012-08-29'>Wednesday</abbr>" + paragraphs()) ==
          "2012-08-29 time");
    CHECK(published(read_html_page(
              "<html lang=fr><title>Un pont</title><h1>Un pont</h1><p>03/04/2012</p>" + paragraphs(), "")) ==
          "2012-04-03 text:date line");
    CHECK(day("", headline + "<p>03/04/2012</p>" + paragraphs()) == "undated");
    CHECK(day("<script>var pubDate = '2012-08-29';</script>", headline + paragraphs()) == "2012-08-29 script");
}

TEST_CASE("the date under the headline outweighs what only machines are told") {
    struct Row {
        std::string what;
        std::string under_headline;
        std::string expected;
        std::string text = paragraphs();
        std::string address = "https://example.org/bridge";
    };
    const std::string stated = "2012-08-29T10:00:00Z json-ld:datePublished";
    for (const Row& row : {
             Row{"a line", "<p>3 May 2014</p>", "2014-05-03 text:date line"},
             Row{"with an author", "<p>Ann Lee, 3 May 2014 10:00</p>", "2014-05-03 text:date line"},
             Row{"an element in another",
                 "<h2>What it costs and who of all of us is to pay for it<span>3 May 2014"
                 "</span></h2>",
                 "2014-05-03 text:date line"},
             Row{"a change", "<p>Updated 3 May 2014</p>", stated},
             Row{"a change by its class", "<p class=last-modified>3 May 2014</p>", stated},
             Row{"a sentence", "<p>The old bridge stood here for years and was closed on 3 May 2014 by order.</p>",
                 stated},
             Row{"a caption", "<figure><figcaption>The bridge, 3 May 2014</figcaption></figure>", stated},
             Row{"an embedded post", "<blockquote>A. Reader, 3 May 2014</blockquote>", stated},
             Row{"several days", "<p>3 May 2014</p><p>4 May 2014</p>", stated},
             Row{"day and month turned", "<p>8.29.2012</p><p>12.8.2012</p>", stated},
             Row{"the address and metadata agree", "<p>3 May 2014</p>", stated, paragraphs(),
                 "https://example.org/2012/08/29/bridge"},
             Row{"words tell of another day", "<p>3 May 2014</p>", "2012-08-29T10:00:00Z json-ld:datePublished",
                 paragraphs() + "<p>Published on 29 August 2012</p>"},
         }) {
        CAPTURE(row.what);
        CHECK(published(page("<title>A bridge for the town</title><link rel=canonical href='" + row.address +
                                 "'><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                                 "\"datePublished\":\"2012-08-29T10:00:00Z\"}</script>",
                             "<h1>A bridge for the town</h1>" + row.under_headline + row.text)) == row.expected);
    }
}

TEST_CASE("dates away from the headline") {
    const auto day = [](const std::string& content) { return published(page("<title>A bridge</title>", content)); };
    const std::string headline = "<h1>A bridge</h1>";
    // Below the text a sentence tells of it, readers' comments do not.
    CHECK(day(headline + paragraphs() +
              "<p>Dieser Artikel wurde am 29. August 2012 um 14:48 geschrieben und unter Brücken abgelegt.</p>"
              "<ol><li><a href=#1>1 September 2012 at 11:21</a></li></ol>") == "2012-08-29 text:date line");
    CHECK(day(headline + paragraphs() + "<p>This article was corrected on 29 August 2012.</p>") == "undated");
    // A dateline behind the standfirst.
    CHECK(day(headline + "<p>" + first + "</p><p>27.8.2012 - " + second + " " + third + "</p>") ==
          "2012-08-27 text:dateline");
    // A bar above the headline shows what day it is today.
    CHECK(day("<nav><span>1 January 2019</span></nav>" + headline + paragraphs() +
              "<p><a href=/2012/>29 August 2012</a></p>") == "2012-08-29 text:date line");
}

TEST_CASE("authors come from metadata or the byline") {
    const std::string graph =
        "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\",\"@id\":\"#1\","
        "\"name\":\"Ann Lee\"},{\"@type\":\"Article\",\"headline\":\"A bridge\","
        "\"author\":{\"@id\":\"#1\"}}]}</script>";
    CHECK(page(graph, paragraphs()).authors == std::vector<std::string>{"Ann Lee"});
    CHECK(page("<meta name=author content='Ann Lee and Bo Ek'>", paragraphs()).authors ==
          std::vector<std::string>{"Ann Lee", "Bo Ek"});
    CHECK(
        page("", "<h1>A bridge</h1><div class=byline>By<a href=/a>Ann Lee</a> The Example Courier</div>" + paragraphs())
            .authors == std::vector<std::string>{"Ann Lee"});
    CHECK(page("<title>A bridge for the town</title>", "<h1>A bridge for the town</h1><p>By Ann Lee</p>" + paragraphs())
              .authors == std::vector<std::string>{"Ann Lee"});
}

TEST_CASE("pages that are no articles say so") {
    std::string links;
    for (int i = 0; i < 12; ++i) {
        links += "<h3><a href=/" + std::to_string(i) + ">One more story of this long and rainy day</a></h3>";
    }
    CHECK_FALSE(page("", links).not_article.empty());
    CHECK_FALSE(page("<link rel=canonical href='https://example.org/'>", links + paragraphs()).not_article.empty());
    CHECK(page("", paragraphs()).not_article.empty());
    CHECK(page("<meta property=og:type content=article>", "<h1>A short one</h1><p>It rained.</p>").not_article.empty());
}

TEST_CASE("nothing to read is no failure") {
    CHECK(page("", "").body.empty());
    CHECK(read_html_page("", "").body.empty());
    CHECK(read_html_page("<", "").title.empty());
}

}  // namespace dateline
