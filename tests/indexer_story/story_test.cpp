#include "indexer/story/story.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/story/content_id.h"

namespace dateline {

TEST_CASE("what the format states is kept and tidied") {
    RawArticle raw;
    raw.stated.id = " 17 ";
    raw.stated.title = "A  title\n";
    raw.stated.body = "TOKYO  (Reuters) - One \nand two.  And three. \n\nFour.";
    raw.stated.authors = {"By Ann Lee and Bo Ek"};
    raw.date_texts = {{"field:date", "Fri Oct 20, 2006"}, {"field:time", "2006-10-20T18:15:00-04:00"}};
    const Article article = tell_story(raw);
    CHECK(article.id == "17");
    CHECK(article.title == "A title");
    CHECK(article.body == "TOKYO (Reuters) - One and two. And three.\n\nFour.");
    CHECK(article.authors == std::vector<std::string>{"Ann Lee", "Bo Ek"});
    CHECK(article.agencies == std::vector<std::string>{"Reuters"});
    REQUIRE(article.published.has_value());
    CHECK(to_iso(article.published->date) == "2006-10-20T18:15:00-04:00");
    CHECK(article.published->from == "field:time");
}

TEST_CASE("an id is the source's own, else the address, else the content") {
    RawArticle raw;
    raw.stated.title = "A title";
    const std::string content = tell_story(raw).id;
    CHECK(content.starts_with("content-"));
    CHECK(content.size() == std::string("content-").size() + 32);
    raw.stated.path = "elsewhere";
    CHECK(tell_story(raw).id == content);
    raw.stated.lead = "A lead";
    CHECK(tell_story(raw).id != content);
    raw.stated.url = "https://example.org/";
    CHECK(tell_story(raw).id == "https://example.org/");
    // Ids live in indexes: this one must never change.
    CHECK(content_id(Article{}) == "content-f21da334f2869f1beb5d658bb22f286b");
}

TEST_CASE("dates that are none are told of and leave the article undated") {
    RawArticle raw;
    raw.stated.title = "A title";
    raw.date_texts = {{"field:date", "someday"}, {"field:published", "29 August 2999"}};
    const Story story = tell_whole_story(raw);
    CHECK_FALSE(story.article.published.has_value());
    CHECK(story.warnings.size() == 2);
}

TEST_CASE("the paper's date before a headline is no part of it") {
    RawArticle raw;
    raw.stated.title = "FT 14 MAY 91 / Jubilee of a jet";
    const Article article = tell_story(raw);
    CHECK(article.title == "Jubilee of a jet");
    REQUIRE(article.published.has_value());
    CHECK(to_iso(article.published->date) == "1991-05-14");
    raw.stated.title = "AC / DC on tour";
    CHECK(tell_story(raw).title == "AC / DC on tour");
}

TEST_CASE("a summary that is the beginning of the text is no lead") {
    RawArticle raw;
    raw.stated.body = "The bridge was opened on Friday. It is long.";
    raw.stated.lead = "The bridge was opened on Friday...";
    CHECK(tell_story(raw).lead.empty());
    raw.stated.lead = "A long way.";
    CHECK(tell_story(raw).lead == "A long way.");
}

TEST_CASE("languages are stated or told from the text") {
    RawArticle raw;
    raw.stated.title = "Die Regierung teilte am Freitag mit, dass die Gespräche weitergehen.";
    raw.stated.language = "en-US";
    Article article = tell_story(raw);
    fill_language(article);
    CHECK(article.language == "en");
    raw.stated.language = "";
    article = tell_story(raw);
    fill_language(article);
    CHECK(article.language == "de");
}

TEST_CASE("a page found at another address than its own keeps both") {
    struct Row {
        const char* found_at;
        const char* canonical;
        const char* url;
        std::vector<std::string> urls;
    };
    const std::vector<Row> rows{
        {"https://m.example.org/dam?utm_source=x",
         "https://www.example.org/dam",
         "https://www.example.org/dam",
         {"https://m.example.org/dam"}},
        {"https://www.example.org/dam#top", "https://www.example.org/dam", "https://www.example.org/dam", {}},
        {"https://m.example.org/dam", "", "https://m.example.org/dam", {}},
        {"", "https://www.example.org/dam", "https://www.example.org/dam", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.found_at);
        RawArticle raw;
        raw.stated.url = row.found_at;
        raw.html = std::string("<link rel=canonical href='") + row.canonical + "'><h1>Dam</h1><p>Beavers build.";
        const Article article = tell_story(std::move(raw));
        CHECK(article.url == row.url);
        CHECK(article.urls == row.urls);
        CHECK(article.id == "https://example.org/dam");
    }
}

}  // namespace dateline
