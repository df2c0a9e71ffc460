// One article, written in each format of agencies and feeds, read and told again: it is the same article.

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/registry.h"
#include "indexer/readers/sniff.h"
#include "indexer/story/story.h"
#include "tests/indexer_readers/read_all.h"

namespace dateline {

namespace {

Article the_article() {
    Article article;
    article.id = "urn:example:1";
    article.title = "Bridge & tunnel open";
    article.lead = "The crossing took ten years to build.";
    article.body =
        "Both opened on Friday <at noon>.\n\nThe toll is 5 € for cars – “for now”, as the sign says.\n\nWhat is "
        "next\n\n"
        "A railway is to follow.";
    article.captions = {{"The bridge from the east.", "Town Hall"}};
    article.authors = {"Ann Lee", "Bo Ek"};
    article.source = "Example Wire Service";
    article.section = "Transport";
    article.language = "en";
    article.published = Published{*from_iso("2012-08-31T12:30:00+02:00"), ""};
    return article;
}

std::string xml_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    }
    return out;
}

std::string json_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? std::string("\\") + c : c == '\n' ? "\\n" : std::string(1, c);
    }
    return out + "\"";
}

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + xml_escaped(text) + "</" + std::string(name) + ">";
}

/// The body as `<p>` elements.
std::string paragraphs(const Article& article) {
    std::string out;
    std::string_view rest = article.body;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find("\n\n"), rest.size());
        out += element("p", rest.substr(0, end)) + "\n  ";
        rest.remove_prefix(std::min(rest.size(), end + 2));
    }
    return out;
}

std::string figure(const Article& article) {
    return "<figure><img src='a.jpg'/>" + element("figcaption", article.captions[0].text) + "<p class='credit'>" +
           article.captions[0].credit + "</p></figure>";
}

std::string html(const Article& article) {
    return "<html><head><title>x</title></head><body>" + paragraphs(article) + "</body></html>";
}

std::string nitf_content(const Article& article) {
    return "<body.content><media media-type='image'><media-reference source='a.jpg'/>" +
           element("media-caption", article.captions[0].text) + element("media-producer", article.captions[0].credit) +
           "</media>" + paragraphs(article) + "</body.content>";
}

std::string nitf(const Article& article) {
    return "<nitf change.date='October 10, 2003' baselang='en-US'><head><tobject><tobject.subject "
           "tobject.subject.type='Transport'/></tobject><docdata><doc-id id-string='urn:example:1'/><date.issue "
           "norm='20120831T123000+0200'/><doc.copyright holder='Example Wire "
           "Service'/></docdata></head><body><body.head>"
           "<hedline>" +
           element("hl1", article.title) + "</hedline><byline>By Ann Lee and Bo Ek<byttl>Staff</byttl></byline>" +
           element("abstract", article.lead) + "</body.head>" + nitf_content(article) + "</body></nitf>";
}

std::string newsml_g2(const Article& article, const std::string& content) {
    return "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header><sent>2020-01-01T00:00:00Z</sent></header>"
           "<itemSet><newsItem guid='urn:example:1' version='2' xml:lang='fr'><itemMeta><itemClass qcode='ninat:text'/>"
           "<provider><name>Example Wire Service</name></provider><versionCreated>2012-09-02T09:00:00Z</versionCreated>"
           "<firstCreated>2012-08-31T12:30:00+02:00</firstCreated><pubStatus qcode='stat:usable'/></itemMeta>"
           "<contentMeta><language tag='en'/><subject type='x:category' qcode='x:t'><name>Transport</name></subject>" +
           element("headline", article.title) + "<by>By Ann Lee and Bo Ek</by><description role='drol:summary'>" +
           article.lead + "</description></contentMeta><contentSet>" + content +
           "</contentSet></newsItem></itemSet></newsMessage>";
}

std::string newsml_1(const Article& article) {
    return "<NewsML "
           "Version='1.2'><NewsItem><Identification><NewsIdentifier><ProviderId>example.org</ProviderId><DateId>"
           "20120831</DateId><NewsItemId>1</NewsItemId><RevisionId>3</RevisionId></NewsIdentifier></Identification>"
           "<NewsManagement><FirstCreated>20120831T123000+0200</FirstCreated><ThisRevisionCreated>20120902T090000Z"
           "</ThisRevisionCreated><Status FormalName='Usable'/></NewsManagement><NewsComponent><NewsLines>" +
           element("HeadLine", article.title) + element("SubHeadLine", article.lead) +
           "<ByLine>By Ann Lee and Bo Ek</ByLine></NewsLines><AdministrativeMetadata><Provider><Party "
           "FormalName='Example Wire Service'/></Provider></AdministrativeMetadata><DescriptiveMetadata><Language "
           "FormalName='en'/></DescriptiveMetadata><NewsComponent><ContentItem><MediaType "
           "FormalName='Text'/><DataContent>"
           "<nitf><body>" +
           nitf_content(article) +
           "</body></nitf></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>";
}

std::string ninjs_of(const Article& article, const std::string& texts) {
    return "{\"uri\": \"urn:example:1\", \"type\": \"text\", \"language\": \"en-GB\", \"pubstatus\": \"usable\", "
           "\"copyrightholder\": \"Example Wire Service\", " +
           texts + ", \"title\": " + json_text(article.title) + "}";
}

std::string ninjs_1(const Article& article) {
    return ninjs_of(article,
                    "\"versioncreated\": \"2012-09-02T09:00:00Z\", \"firstcreated\": \"2012-08-31T12:30:00+02:00\", "
                    "\"headline\": " +
                        json_text(article.title) +
                        ", \"byline\": \"By Ann Lee and Bo Ek\", \"body_xhtml\": " + json_text(paragraphs(article)) +
                        ", \"body_text\": \"Short.\", \"description_text\": " + json_text(article.lead) +
                        ", \"subject\": [{\"name\": \"Transport\"}], \"associations\": {\"a\": "
                        "{\"type\": \"picture\", \"description_text\": " +
                        json_text(article.captions[0].text) + ", \"byline\": \"Town Hall\"}}");
}

std::string ninjs_3(const Article& article) {
    return ninjs_of(article,
                    "\"versionCreated\": \"2012-09-02T09:00:00Z\", \"contentCreated\": \"2012-08-31T12:30:00+02:00\", "
                    "\"headlines\": "
                    "[{\"role\": \"short\", \"value\": \"Open\"}, {\"role\": \"main\", \"value\": " +
                        json_text(article.title) +
                        "}], \"by\": \"By Ann Lee and Bo Ek\", \"bodies\": [{\"role\": \"nitf\", \"contentType\": "
                        "\"application/xml\", "
                        "\"value\": \"<X/>\"}, {\"role\": \"main\", \"contentType\": \"text/plain\", \"value\": " +
                        json_text(article.body) +
                        "}], \"descriptions\": [{\"role\": \"summary\", \"value\": " + json_text(article.lead) +
                        "}], \"subjects\": [{\"name\": \"Transport\", \"uri\": \"x\"}], \"associations\": [{\"name\": "
                        "\"a\", \"type\": "
                        "\"picture\", \"descriptions\": [{\"role\": \"caption\", \"value\": " +
                        json_text(article.captions[0].text) + "}], \"by\": \"Town Hall\"}]");
}

std::string rcv1(const Article& article) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><newsitem itemid=\"7\" id=\"root\" date=\"2012-08-31\" "
           "xml:lang=\"en\">" +
           element("title", "EXAMPLELAND: " + article.title) + element("headline", article.title) +
           "<byline>By Ann Lee and Bo Ek</byline><text>" + paragraphs(article) +
           "</text><metadata><codes class='bip:topics:1.0'><code code='E51'/><code code='ECAT'/></codes><dc "
           "element='dc.source' value='Example Wire Service'/><dc element='dc.date.created' value='2012-08-30'/>"
           "</metadata></newsitem>";
}

std::string json_feed(const Article& article) {
    return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Example Wire Service\", \"language\": "
           "\"en\", "
           "\"items\": [{\"id\": \"urn:example:1\", \"title\": " +
           json_text(article.title) + ", \"summary\": " + json_text(article.lead) + ", \"content_html\": " +
           json_text("<figure>" + element("figcaption", article.captions[0].text) + "</figure>" + paragraphs(article)) +
           ", \"date_modified\": \"2012-09-02T09:00:00Z\", \"date_published\": \"2012-08-31T12:30:00+02:00\", "
           "\"authors\": "
           "[{\"name\": \"Ann Lee\"}, {\"name\": \"Bo Ek\"}], \"tags\": [\"Transport\", \"Town\"]}]}";
}

struct Format {
    std::string_view name;
    std::string_view reader;
    std::string document;
    std::string_view from;  ///< of the date
    std::function<void(Article&)>
        lacks;  ///< takes from the article what the format has no place for, or states otherwise
};

std::vector<Format> formats() {
    const Article article = the_article();
    const auto xhtml = "<inlineXML contenttype='application/xhtml+xml'>" + html(article) + "</inlineXML>";
    const auto all = [](Article&) {};
    const auto no_captions = [](Article& a) { a.captions.clear(); };
    return {
        {"NITF", "nitf", nitf(article), "nitf:date.issue", all},
        {"NewsML-G2, XHTML", "newsml", newsml_g2(article, xhtml), "newsml:firstCreated", no_captions},
        {"NewsML-G2, XHTML with a figure", "newsml",
         newsml_g2(article,
                   "<inlineXML><html><body>" + figure(article) + paragraphs(article) + "</body></html></inlineXML>"),
         "newsml:firstCreated", all},
        {"NewsML-G2, NITF", "newsml",
         newsml_g2(article, "<inlineXML><nitf><body>" + nitf_content(article) + "</body></nitf></inlineXML>"),
         "newsml:firstCreated", all},
        {"NewsML-G2, plain", "newsml",
         newsml_g2(article, "<inlineData contenttype='text/plain'>" + xml_escaped(article.body) + "</inlineData>"),
         "newsml:firstCreated", no_captions},
        {"NewsML-G2, HTML as data", "newsml",
         newsml_g2(article,
                   "<inlineData contenttype='text/html'><![CDATA[" + html(article) + "]]></inlineData>" + xhtml),
         "newsml:firstCreated", no_captions},
        {"NewsML 1.2", "newsml", newsml_1(article), "newsml:FirstCreated",
         [](Article& a) {
             a.id = "urn:newsml:example.org:20120831:1";
             a.section.clear();
         }},
        {"ninjs 1", "json", ninjs_1(article), "ninjs:firstcreated", all},
        {"ninjs 3", "json", ninjs_3(article), "ninjs:contentcreated", all},
        {"ninjs in a list", "json", "[" + ninjs_3(article) + "]", "ninjs:contentcreated", all},
        {"ninjs lines", "json", ninjs_1(article) + "\n", "ninjs:firstcreated", all},
        {"ninjs wrapped", "json", "{\"_items\": [" + ninjs_1(article) + "]}", "ninjs:firstcreated", all},
        {"RCV1", "rcv1", rcv1(article), "rcv1:date",
         [](Article& a) {
             a.id = "rcv1-7";
             a.lead.clear();
             a.captions.clear();
             a.section = "Economics";
             a.published->date = *from_iso("2012-08-31");
         }},
        {"JSON Feed", "json", json_feed(article), "feed:date_published",
         [](Article& a) { a.captions[0].credit.clear(); }},
    };
}

Article told(const Format& format) {
    const Sniffed sniffed = sniff(std::string_view(format.document).substr(0, sniff_bytes), "x", Origin::named);
    REQUIRE(sniffed.reader != nullptr);
    CHECK(sniffed.reader->name == format.reader);
    auto readings = tests::read_all(sniffed.reader->reader(), format.document);
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.skipped.empty());
    Story story = tell_whole_story(std::move(readings.articles[0]));
    CHECK(story.not_article.empty());
    CHECK(story.warnings.empty());
    return std::move(story.article);
}

}  // namespace

TEST_CASE("an article written in a format is read from it as it was") {
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        const Article article = told(format);
        Article expected = the_article();
        format.lacks(expected);
        CHECK(article.id == expected.id);
        CHECK(article.title == expected.title);
        CHECK(article.lead == expected.lead);
        CHECK(article.body == expected.body);
        CHECK((article.captions == expected.captions));
        CHECK(article.authors == expected.authors);
        CHECK(article.agencies == expected.agencies);
        CHECK(article.source == expected.source);
        CHECK(article.section == expected.section);
        CHECK(article.language == expected.language);
        REQUIRE(article.published);
        CHECK(to_iso(article.published->date) == to_iso(expected.published->date));
        CHECK(article.published->from == format.from);
    }
}

TEST_CASE("a document cut anywhere gives the article or a reason, never half an article") {
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        const Reader& reader = find_reader(format.reader)->reader();
        const auto whole = tests::read_all(reader, format.document);
        for (std::size_t bytes = 0; bytes < format.document.size(); bytes += 7) {
            const auto readings = tests::read_all(reader, format.document.substr(0, bytes));
            CHECK(readings.articles.size() + readings.skipped.size() >= 1);
            for (const RawArticle& article : readings.articles) {
                CHECK(article.stated.body == whole.articles.at(0).stated.body);
                CHECK(article.html_body == whole.articles.at(0).html_body);
            }
        }
    }
}

}  // namespace dateline
