#include "indexer/readers/sgml.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/entities.h"
#include "tests/indexer_readers/read_all.h"

namespace dateline {

using tests::read_all;

TEST_CASE("TREC documents") {
    const auto readings = read_all(SgmlReader(), R"(<DOC>
<DOCNO> FT911-1 </DOCNO>
<HEADLINE>FT 14 MAY 91 / A jet</HEADLINE>
<DATE>910514</DATE>
<BYLINE>By ANN LEE</BYLINE>
<TEXT>
<P>First &amp; foremost.</P>
<P>Second.</P>
</TEXT>
</DOC>
<doc><docno>2</docno><text>lower case</text></doc>
<DOC><DOCNO>3</DOCNO></DOC>
<DOC><DOCNO>4</DOCNO><TEXT>never closed
<DOC><DOCNO>5</DOCNO><TEXT>after it</TEXT></DOC>)");
    REQUIRE(readings.articles.size() == 4);
    const Article& first = readings.articles[0].stated;
    CHECK(first.id == "FT911-1");
    CHECK(first.place == "article 1");
    CHECK(first.title == "FT 14 MAY 91 / A jet");
    CHECK(first.authors == std::vector<std::string>{"By ANN LEE"});
    CHECK(first.body.find("First & foremost.") == 0);
    CHECK(first.body.find("\n\n") != std::string::npos);
    CHECK(readings.articles[0].date_texts.front().second == "910514");
    CHECK(readings.articles[1].stated.body == "lower case");
    CHECK(readings.articles[2].stated.id == "3");  // without text, but one of the collection
    CHECK(readings.articles[3].stated.id == "5");
    REQUIRE(readings.skipped.size() == 1);
    CHECK(readings.skipped[0].place == "article 4");
    CHECK(readings.skipped[0].reason == "malformed");
}

TEST_CASE("Reuters-21578") {
    const auto readings = read_all(SgmlReader(), R"(<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" OLDID="5544" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>cocoa</D><D>coffee</D></TOPICS>
<UNKNOWN>&#5;&#5;</UNKNOWN>
<TEXT>&#2;
<TITLE>BAHIA &lt;BC> REVIEW</TITLE>
<AUTHOR>    By Ann Lee, Reuters</AUTHOR>
<DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Showers continued
throughout the week.
    The dry period means it will be late.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="2"><DATE>26-FEB-1987</DATE><TEXT TYPE="BRIEF">&#2;
******<TITLE>ONLY A TITLE
</TITLE>Blah blah blah.
&#3;
</TEXT></REUTERS>
<REUTERS NEWID="3"><TEXT TYPE="UNPROC">&#2;
WEEKLY REPORT
 Reserves...1
    REUTER
&#3;</TEXT></REUTERS>)");
    REQUIRE(readings.articles.size() == 3);
    const Article& full = readings.articles[0].stated;
    CHECK(full.id == "reuters21578-1");
    CHECK(full.title == "BAHIA <BC> REVIEW");
    CHECK(full.body ==
          "SALVADOR, Feb 26 - Showers continued\nthroughout the week.\n\nThe dry period means it will be late.");
    CHECK(full.agencies == std::vector<std::string>{"Reuters"});
    CHECK(full.authors == std::vector<std::string>{"By Ann Lee"});
    CHECK(full.section == "cocoa");
    const Article& brief = readings.articles[1].stated;
    CHECK(brief.title == "ONLY A TITLE");
    CHECK(brief.body.empty());
    const Article& unprocessed = readings.articles[2].stated;
    CHECK(unprocessed.title == "WEEKLY REPORT");
    CHECK(unprocessed.body == "Reserves...1");
}

TEST_CASE("character references") {
    struct Row {
        std::string text;
        std::string decoded;
    };
    const std::vector<Row> rows{
        {"a &lt;b&gt; &amp; c", "a <b> & c"},       {"&eacute;&#233;&#xE9;", "ééé"}, {"&#3;x&#127;", "x"},
        {"AT&T; &unknown; &", "AT&T; &unknown; &"}, {"&hyph;&blank;", "- "},         {"&#9999999;", "\uFFFD"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::string out;
        append_decoded(out, row.text);
        CHECK(out == row.decoded);
    }
}

TEST_CASE("an article longer than the buffer, and invalid bytes") {
    const std::string body(3'000'000, 'x');
    const auto readings = read_all(SgmlReader(), "<DOC><TEXT>" + body + "</TEXT></DOC><DOC><TEXT>caf\xE9</TEXT></DOC>");
    REQUIRE(readings.articles.size() == 2);
    CHECK(readings.articles[0].stated.body.size() == body.size());
    CHECK(readings.articles[1].stated.body == "café");
    CHECK(readings.articles[1].warnings.size() == 1);
}

}  // namespace dateline
