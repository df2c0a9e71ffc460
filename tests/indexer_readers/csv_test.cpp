#include "indexer/readers/csv.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/readers/known_names.h"
#include "tests/indexer_readers/read_all.h"

namespace dateline {

namespace {

using tests::read_all;

using Lines = std::vector<std::string>;

/// `place|title|body` of each article, then `place!reason` of what was skipped.
Lines table_summary(const std::string& bytes, const ReaderOptions& options = {}) {
    const auto readings = read_all(CsvReader(), bytes, options);
    Lines lines;
    for (const RawArticle& raw : readings.articles) {
        lines.push_back(raw.stated.place + "|" + raw.stated.title + "|" + raw.stated.body);
    }
    for (const Skipped& skipped : readings.skipped) {
        lines.push_back(skipped.place + "!" + skipped.reason);
    }
    return lines;
}

std::string utf16le(std::string_view ascii) {
    std::string bytes = "\xFF\xFE";
    for (const char c : ascii) {
        bytes.push_back(c);
        bytes.push_back('\0');
    }
    return bytes;
}

std::vector<std::string> dates(const std::string& bytes) {
    std::vector<std::string> texts;
    for (const RawArticle& raw : read_all(CsvReader(), bytes).articles) {
        for (const auto& [from, text] : raw.date_texts) texts.push_back(from + "=" + text);
    }
    return texts;
}

}  // namespace

TEST_CASE("tables in all their shapes") {
    struct Row {
        std::string bytes;
        Lines expected;
    };
    const std::vector<Row> rows{
        {"title,body\nA,b\n", {"line 2|A|b"}},
        {"title,body\nA,b", {"line 2|A|b"}},
        {"title,body\r\nA,b\r\nC,d\r\n", {"line 2|A|b", "line 3|C|d"}},
        {"title,body\rA,b\rC,d\r", {"line 2|A|b", "line 3|C|d"}},
        {"title;body\nA, or B;b\n", {"line 2|A, or B|b"}},
        {"title\tbody\nA\tb, c; d\n", {"line 2|A|b, c; d"}},
        {"title|body\nA|b\n", {"line 2|A|b"}},
        {"title^body\nA^b\n", {"line 2|A|b"}},
        {"sep=;\ntitle;body\nA;b\n", {"line 3|A|b"}},
        {"\xEF\xBB\xBFtitle,body\nA,b\n", {"line 2|A|b"}},
        {"\"title\",\"body\"\n\"A\"\"s\",\"b\nc\"\nD,e\n", {"line 2|A\"s|b\nc", "line 4|D|e"}},
        {"title,body\n\n\nA,b\n\nC,d\n", {"line 4|A|b", "line 6|C|d"}},
        {"title,body\nA,b,,\n", {"line 2|A|b"}},
        {"title,body,url\nA,b\n", {"line 2|A|b"}},
        {"title,body\nA\nB,c\n", {"line 3|B|c", "line 2!malformed"}},
        {"title,body\nA,b,c\nD,e\n", {"line 3|D|e", "line 2!malformed"}},
        {"title,body\n,\nA,b\n", {"line 3|A|b", "line 2!no text"}},
        {"title,body\n", {"!no article"}},
        {"name,size\nx,3\n", {"!no article"}},
        {"", {"!no text"}},
        {utf16le("title\tbody\r\nA\tb\r\n"), {"line 2|A|b"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(table_summary(row.bytes) == row.expected);
    }
}

TEST_CASE("a quote without an end costs its row, and the rows after it are read") {
    CHECK(table_summary("title,body\n\"X\",y\n\"A,b\nC,d\nE,f\n") ==
          Lines{"line 2|X|y", "line 4|C|d", "line 5|E|f", "line 3!malformed"});
    CHECK(table_summary("title,body\nA,b\n\"C,d\n\"E\",\"f\"\nG,h\n") ==
          Lines{"line 2|A|b", "line 4|E|f", "line 5|G|h", "line 3!malformed"});
    // In a table without quotes it is a letter.
    CHECK(table_summary("title\tbody\n\"A\tb\nC\td\n") == Lines{"line 2|\"A|b", "line 3|C|d"});
}

TEST_CASE("columns are found by their names, in many languages") {
    const auto readings =
        read_all(CsvReader(),
                 "Überschrift;Text;Veröffentlicht am;Autor;Quelle;Ressort;Bild\nA;b;29.08.2012;Ann Lee;Bote;Ort;x\n");
    REQUIRE(readings.articles.size() == 1);
    const RawArticle& raw = readings.articles.front();
    CHECK(raw.stated.title == "A");
    CHECK(raw.stated.body == "b");
    CHECK(raw.stated.authors == Lines{"Ann Lee"});
    CHECK(raw.stated.source == "Bote");
    CHECK(raw.stated.section == "Ort");
    REQUIRE(raw.date_texts.size() == 1);
    CHECK(raw.date_texts[0].first == "csv:Veröffentlicht am");
    CHECK(table_summary("标题,正文\n甲,乙\n") == Lines{"line 2|甲|乙"});
    CHECK(table_summary("ЗАГОЛОВОК,Текст\nА,б\n") == Lines{"line 2|А|б"});
}

TEST_CASE("every known name is written as names are looked up, once") {
    Lines names;
    for (const KnownName& known : known_names) {
        CHECK(plain_field_name(known.name) == known.name);
        names.emplace_back(known.name);
    }
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
}

TEST_CASE("the user's own names come first, and numbers name the columns of a table without header") {
    const ReaderOptions named{{{"title", "kopje"}, {"body", "artikel"}}};
    CHECK(table_summary("title,kopje,artikel\nno,yes,b\n", named) == Lines{"line 2|yes|b"});
    const ReaderOptions numbered{{{"title", "2"}, {"body", "3"}}};
    CHECK(table_summary("17,A,b\n18,C,d\n", numbered) == Lines{"line 1|A|b", "line 2|C|d"});
}

TEST_CASE("dates of a column are written in one order of day and month") {
    CHECK(dates("title,date\nA,03/04/2012\nB,29/08/2012\n") == Lines{"csv:date=2012-04-03", "csv:date=2012-08-29"});
    CHECK(dates("title,date\nA,3/4/2012 10:00\nB,8/29/2012\n") ==
          Lines{"csv:date=2012-03-04 10:00", "csv:date=2012-08-29"});
    CHECK(dates("title,date\nA,03/04/2012\n") == Lines{"csv:date=03/04/2012"});
    CHECK(dates("title,date\nA,03/04/2012\nB,29/08/2012\nC,8/29/2012\n").front() == "csv:date=03/04/2012");
    CHECK(dates("title,date\nA,1346236200\nB,NULL\n") == Lines{"csv:date=2012-08-29T10:30:00Z"});
}

TEST_CASE("cells as programs write them: lists, words for nothing, markup") {
    const auto readings = read_all(
        CsvReader(), "title,authors,source,text\nA,\"['Ann Lee', \"\"Bo O'Hara\"\"]\",NaN,<p>One</p><p>Two</p>\n");
    REQUIRE(readings.articles.size() == 1);
    const RawArticle& raw = readings.articles.front();
    CHECK(raw.stated.authors == Lines{"Ann Lee", "Bo O'Hara"});
    CHECK(raw.stated.source.empty());
    CHECK(raw.html_body == "<p>One</p><p>Two</p>");
}

TEST_CASE("tables in other encodings") {
    CHECK(table_summary("titel;text\nCaf\xE9;stra\xDF"
                        "e\n") == Lines{"line 2|Café|straße"});
    std::string cyrillic = "title;body\n";
    for (int i = 0; i < 20; ++i) {
        // "Городской мост открыт для движения" in Windows-1251
        cyrillic +=
            "A;\xC3\xEE\xF0\xEE\xE4\xF1\xEA\xEE\xE9 \xEC\xEE\xF1\xF2 \xEE\xF2\xEA\xF0\xFB\xF2 \xE4\xEB\xFF "
            "\xE4\xE2\xE8\xE6\xE5\xED\xE8\xFF\n";
    }
    const Lines lines = table_summary(cyrillic);
    REQUIRE(lines.size() == 20);
    CHECK(lines.front() == "line 2|A|Городской мост открыт для движения");
}

TEST_CASE("a field longer than what is looked at first is one field") {
    std::string text;
    while (text.size() < 200'000) text += "one, two\n";
    const auto readings = read_all(CsvReader(), "title,body\nA,\"" + text + "\"\nB,c\n");
    REQUIRE(readings.articles.size() == 2);
    CHECK(readings.articles[0].stated.body == text);
    CHECK(readings.skipped.empty());
}

TEST_CASE("of many rows that do not fit the first are named each, the others together") {
    std::string bytes = "title,body\nA,b\n";
    for (int i = 0; i < 500; ++i) bytes += "prose\n";
    const auto readings = read_all(CsvReader(), bytes + "C,d\n");
    CHECK(readings.articles.size() == 2);
    REQUIRE(readings.skipped.size() == 101);
    CHECK(readings.skipped.back().place == "line 103");
    CHECK(readings.skipped.back().detail == "no row fits from here to line 502");
}

TEST_CASE("quotes that never close cost bounded work") {
    std::string bytes = "title,body\n";
    for (int i = 0; i < 4000; ++i) bytes += "\"a\n";
    const Lines lines = table_summary(bytes);
    CHECK(lines.size() == 1);
}

TEST_CASE("a sink that has enough stops the reader") {
    std::istringstream stream("title,body\nA,b\nC,d\n");
    Input input{"input", "", stream};
    int count = 0;
    const ReaderSink sink{[&count](const RawArticle&) { return ++count > 9; }, [](const Skipped&) { return true; }};
    CsvReader().read(input, {}, sink);
    CHECK(count == 1);
}

}  // namespace dateline
