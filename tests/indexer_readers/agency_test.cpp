// What the formats of agencies and feeds mean where they are not plain. Whole articles: formats_test.cpp of the story.

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/registry.h"
#include "indexer/readers/xml_text.h"
#include "tests/indexer_readers/read_all.h"

namespace dateline {

namespace {

RawArticle only(std::string_view reader, const std::string& document) {
    auto readings = tests::read_all(find_reader(reader)->reader(), document);
    REQUIRE(readings.articles.size() == 1);
    return std::move(readings.articles[0]);
}

RawArticle nitf(const std::string& head, const std::string& body) {
    return only("nitf", "<nitf><head>" + head + "</head><body>" + body + "</body></nitf>");
}

RawArticle g2(const std::string& item_meta, const std::string& content_meta, const std::string& content = "",
              const std::string& name = "newsItem") {
    return only("newsml", "<" + name + " guid='g' version='3'><itemMeta>" + item_meta + "</itemMeta><contentMeta>" +
                              content_meta + "</contentMeta><contentSet>" + content + "</contentSet></" + name + ">");
}

/// Where the dates were found, in their order.
std::string origins(const RawArticle& raw) {
    std::string joined;
    for (const auto& date : raw.date_texts) joined += (joined.empty() ? "" : " ") + date.first;
    return joined;
}

}  // namespace

TEST_CASE("NITF: of several dates the day of the newspaper, never that of the document type") {
    const RawArticle raw =
        only("nitf",
             "<nitf change.date='October 10, 2003'><head><docdata><date.issue norm='20120902'/><date.release "
             "norm='20120901'/></docdata><pubdata date.publication='20120831T000000' name='The Example Courier' "
             "position.section='Town' "
             "ex-ref='https://example.org/1'/></head><body><body.head><hedline><hl1>T</hl1></hedline>"
             "<dateline>JUBA<story.date>August 30, 2012</story.date></dateline></body.head></body></nitf>");
    CHECK(origins(raw) == "nitf:date.publication nitf:date.release nitf:date.issue nitf:story.date");
    CHECK(raw.date_texts[3].second == "August 30, 2012");
    CHECK(raw.stated.source == "The Example Courier");
    CHECK(raw.stated.section == "Town");
    CHECK(raw.stated.url == "https://example.org/1");
    CHECK(raw.stated.body == "JUBA");
}

TEST_CASE("NITF: a lead paragraph given twice, a byline turned round, a job, a tagline") {
    const RawArticle raw =
        nitf("<title>From the head</title>",
             "<body.head><byline class='print_byline'>By Ann Lee</byline><byline class='normalized_byline'>Lee, "
             "Ann</byline></body.head><body.content><block class='lead_paragraph'><p>One.</p></block><block "
             "class='full_text'><p>One.</p><p>Two.</p></block></body.content><body.end><tagline>Three.</tagline></"
             "body.end>");
    CHECK(raw.stated.title == "From the head");
    CHECK(raw.stated.body == "One.\n\nTwo.\n\nThree.");
    CHECK(raw.stated.authors == std::vector<std::string>{"By Ann Lee"});
    const RawArticle job =
        nitf("", "<body.head><hedline><hl1>T</hl1></hedline><byline><byttl>Sports Wire</byttl></byline></body.head>");
    CHECK(job.stated.authors == std::vector<std::string>{"Sports Wire"});
}

TEST_CASE("sections by name, else by the code they lie under") {
    const auto nitf_section = [](const std::string& subject) {
        return nitf("<title>T</title><tobject><tobject.subject " + subject + "/></tobject>", "").stated.section;
    };
    CHECK(nitf_section("tobject.subject.refnum='15054000' tobject.subject.type='Sport'") == "Sport");
    CHECK(nitf_section("tobject.subject.refnum='15054000'") == "sport");
    CHECK(nitf_section("tobject.subject.refnum='99054000'").empty());
    struct Row {
        std::string_view subjects;
        std::string_view section;
    };
    constexpr std::array rows{
        Row{"<subject qcode='subj:15054000'/>", "sport"},
        Row{"<subject qcode='medtop:20001065'><name>soccer</name></subject>", ""},
        Row{"<subject qcode='subj:15054000'/><subject qcode='medtop:04000000'><name>Wirtschaft</name></subject>",
            "Wirtschaft"},
        Row{"<subject qcode='medtop:04000000'/><subject qcode='dept:9' type='x:department'><name>Town</name></subject>",
            "Town"},
        Row{"<subject qcode='exdepartment:9'><name>Town</name></subject>", "Town"},
        Row{"<subject qcode='c:1' type='x:category'><name role='r:mnemonic'>sp</name><name>Sport</name></subject>",
            "Sport"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.subjects);
        CHECK(g2("", "<headline>T</headline>" + std::string(row.subjects)).stated.section == row.section);
    }
}

TEST_CASE("NewsML-G2: which date is that of publication") {
    const std::string created =
        "<firstCreated>2012-08-31T10:00:00Z</firstCreated><versionCreated>2012-09-02T10:00:00Z</versionCreated>";
    const std::string written = "<headline>T</headline><contentCreated>1987-02-26</contentCreated>";
    CHECK(origins(g2(created, written)) == "newsml:contentCreated newsml:firstCreated newsml:versionCreated");
    // A picture may show the past.
    CHECK(origins(g2(created + "<itemClass qcode='ninat:picture'/>", written)).starts_with("newsml:firstCreated"));
    // Nothing is out before its embargo ends; one that ended before is forgotten.
    const std::string headline = "<headline>T</headline>";
    CHECK(
        origins(g2(created + "<embargoed>2012-09-01T06:00:00Z</embargoed>", headline)).starts_with("newsml:embargoed"));
    CHECK(origins(g2(created + "<embargoed>2012-08-30T06:00:00Z</embargoed>", headline))
              .starts_with("newsml:firstCreated"));
    CHECK(origins(g2(created + "<embargoed/>", headline)).starts_with("newsml:firstCreated"));
    const std::string message = "<newsMessage><header><sent>2020-01-01</sent></header><itemSet><newsItem>";
    CHECK(origins(only("newsml", message + "<contentMeta>" + headline +
                                     "</contentMeta></newsItem></itemSet></newsMessage>")) == "newsml:sent");
}

TEST_CASE("NewsML-G2: headlines, bylines, captions, content") {
    const RawArticle raw = g2(
        "<itemClass qcode='ninat:text'/><provider qcode='p:EWS'/>",
        "<headline rank='2'>Second</headline><headline rank='1'>First</headline><headline role='hld:subHeadline'>Below"
        "</headline><creator><name>lee.ann</name></creator><creator literal='x'><name>Ann "
        "Lee</name></creator><description "
        "role='drol:caption'>C</description><dateline>OSLO</dateline>",
        "<inlineXML><sports-content>1:0</sports-content></inlineXML><inlineData encoding='x:base64'>QUJD</inlineData>"
        "<inlineData>    One\nline.\n    Two.</inlineData>");
    CHECK(raw.stated.title == "First");
    CHECK(raw.stated.lead == "Below");
    CHECK(raw.stated.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(raw.stated.captions.empty());
    CHECK(raw.stated.source == "EWS");
    CHECK(raw.stated.body == "OSLO\n\nOne line.\n\nTwo.");
    CHECK(raw.stated.version == 3);
    const RawArticle picture = g2("<itemClass qcode='ninat:picture'/>",
                                  "<headline>T</headline><creditline>Ann Lee</creditline><description>D</description>"
                                  "<description role='x:caption'>C</description>");
    CHECK((picture.stated.captions == std::vector<Caption>{{"C", "Ann Lee"}}));
    CHECK(picture.stated.lead == "D");
}

TEST_CASE("what is no article says why") {
    const std::string headline = "<headline>T</headline>";
    CHECK(g2("<pubStatus qcode='stat:usable'/>", headline).not_article.empty());
    CHECK(g2("<pubStatus qcode='stat:canceled'/>", headline).not_article.find("id g") != std::string::npos);
    CHECK(g2("<pubStatus qcode='stat:withheld'/>", headline).not_article.find("withheld") != std::string::npos);
    CHECK(g2("", headline, "", "packageItem").not_article == "a packageItem has no text of its own");
    CHECK_FALSE(nitf("<title>T</title><docdata management-status='canceled'/>", "").not_article.empty());
    CHECK_FALSE(only("newsml",
                     "<NewsML><NewsItem><NewsManagement><Status FormalName='Canceled'/></NewsManagement><NewsComponent>"
                     "<NewsLines><HeadLine>T</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>")
                    .not_article.empty());
    CHECK_FALSE(only("json", "{\"uri\": \"u\", \"pubstatus\": \"canceled\", \"headlines\": [{\"value\": \"T\"}]}")
                    .not_article.empty());
    const RawArticle entry = only(
        "sitemap",
        "<urlset><url><loc>https://e.org/1</loc><news><title>T</title></news><lastmod>2020</lastmod></url></urlset>");
    CHECK(entry.not_article.find("https://e.org/1") != std::string::npos);
    CHECK(entry.stated.id == "sitemap:https://e.org/1");
    CHECK(entry.date_texts.empty());
    const auto plain =
        tests::read_all(find_reader("sitemap")->reader(), "<urlset><url><loc>https://e.org/1</loc></url></urlset>");
    REQUIRE(plain.skipped.size() == 1);
    CHECK(plain.skipped[0].reason == "no text");
}

TEST_CASE("NewsML 1.x: forms of one content, content of several parts") {
    const auto item = [](const std::string& components) {
        return only("newsml", "<NewsML><NewsItem>" + components + "</NewsItem></NewsML>");
    };
    const std::string forms =
        "<ContentItem><DataContent><p>One.</p></DataContent></ContentItem><ContentItem><DataContent>One.</DataContent>"
        "</ContentItem>";
    CHECK(item("<NewsComponent Equivalents='yes'>" + forms + "</NewsComponent>").stated.body == "One.");
    CHECK(item("<NewsComponent>" + forms + "</NewsComponent>").stated.body == "One.\n\nOne.");
    const RawArticle photo = item(
        "<NewsComponent><NewsLines><HeadLine>T</HeadLine></NewsLines><ContentItem><MediaType FormalName='Photo'/>"
        "<DataContent>QUJD</DataContent></ContentItem></NewsComponent>");
    CHECK(photo.stated.body.empty());
    CHECK(photo.stated.title == "T");
}

TEST_CASE("JSON: ninjs wherever it stands, a feed that is not one article") {
    // One sign is none.
    CHECK(only("json", "{\"uri\": \"u\", \"title\": \"T\", \"body_html\": \"B\"}").html_body.empty());
    CHECK(only("json", "{\"uri\": \"u\", \"title\": \"T\", \"slugline\": \"s\", \"body_html\": \"B\"}").html_body ==
          "B");
    ReaderOptions options;
    options.field_map = {{"body", "slugline"}};
    const auto named =
        tests::read_all(find_reader("json")->reader(),
                        "{\"uri\": \"u\", \"headline\": \"T\", \"slugline\": \"s\", \"body_text\": \"B\"}", options);
    REQUIRE(named.articles.size() == 1);
    CHECK(named.articles[0].stated.body == "s");

    const std::string feed =
        "{\"version\": \"https://jsonfeed.org/version/1\", \"title\": \"The Feed\", \"description\": "
        "\"x\", \"items\": [";
    const auto items =
        tests::read_all(find_reader("json")->reader(), feed + "{\"id\": 1, \"summary\": \"S\"}, {\"id\": 2}, 3]}");
    REQUIRE(items.articles.size() == 1);
    CHECK(items.articles[0].stated.body == "S");
    CHECK(items.articles[0].stated.id == "1");
    CHECK(items.articles[0].stated.place == "item 1");
    REQUIRE(items.skipped.size() == 2);
    CHECK(items.skipped[1].place == "item 3");
    CHECK(items.skipped[1].reason == "no text");
    const auto none = tests::read_all(find_reader("json")->reader(), feed + "]}");
    CHECK(none.skipped.at(0).reason == "no article");
}

TEST_CASE("paragraphs of typed text") {
    struct Row {
        std::string_view typed;
        std::string_view paragraphs;
    };
    constexpr std::array rows{
        Row{"One.", "One."},
        Row{"", ""},
        Row{"One\n   line of\n   many.", "One line of many."},  // the indents of a pretty printer
        Row{"\n    One\nline.\n    Two\nlines.\n", "One line.\n\nTwo lines."},
        Row{"One.\n\nTwo.", "One.\n\nTwo."},
        Row{"One\r\nline.", "One line."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(typed_paragraphs(row.typed) == row.paragraphs);
    }
}

TEST_CASE("a dateline stands before the text once") {
    struct Row {
        std::string_view dateline;
        std::string body;
        std::string_view with_it;
    };
    const std::array rows{
        Row{"OSLO, May 3", "It rained.", "OSLO, May 3\n\nIt rained."},
        Row{"OSLO, May 3", "OSLO (AFP) - It rained.", "OSLO (AFP) - It rained."},
        Row{"Oslo (AFP) - ", "(AFP) - Oslo, It rained.", "(AFP) - Oslo, It rained."},
        Row{"Oslo", "It rained on and on in the whole of Oslo.", "Oslo\n\nIt rained on and on in the whole of Oslo."},
        Row{"Oslo", "", "Oslo"},
        Row{" ", "It rained.", "It rained."},
    };
    for (const Row& row : rows) {
        std::string body = row.body;
        add_dateline(row.dateline, body);
        CHECK(body == row.with_it);
    }
}

}  // namespace dateline
