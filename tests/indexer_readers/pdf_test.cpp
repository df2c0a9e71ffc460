#include "indexer/readers/pdf.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/pdf_layout.h"
#include "indexer/readers/pdf_words.h"
#include "tests/indexer_readers/read_all.h"
#include "tests/support/written_pdf.h"

namespace dateline {

namespace {

using tests::PdfText;
using tests::read_all;
using tests::written_pdf;

/// Lines one under the other.
std::vector<PdfText> lines_at(double x, double y, const std::vector<std::string>& texts, double size = 11) {
    std::vector<PdfText> placed;
    for (const std::string& text : texts) {
        if (!text.empty()) placed.push_back({x, y, size, text});
        y -= size * 1.2;
    }
    return placed;
}

std::vector<PdfText> operator+(std::vector<PdfText> texts, const std::vector<PdfText>& more) {
    texts.insert(texts.end(), more.begin(), more.end());
    return texts;
}

RawArticle read_pdf(const std::string& pdf) {
    auto readings = read_all(PdfReader(), pdf);
    REQUIRE(readings.articles.size() == 1);
    return readings.articles.front();
}

std::string refusal(const std::string& pdf) {
    const auto readings = read_all(PdfReader(), pdf);
    return readings.skipped.empty() ? "" : readings.skipped.front().reason + ": " + readings.skipped.front().detail;
}

}  // namespace

TEST_CASE("a page printed by a browser: its edge says where from, and when it was printed, which is no matter") {
    const std::vector<PdfText> edge{{40, 815, 8, "8/29/2012, 10:00 AM"},
                                    {250, 815, 8, "A tower opens"},
                                    {40, 20, 8, "https://www.example.org/2010/tower"}};
    const RawArticle raw = read_pdf(written_pdf(
        {edge + lines_at(60, 760, {"A tower opens", "in the desert"}, 22) +
             lines_at(60, 690,
                      {"4 January 2010", "", "The tallest building in the world has been opened with fireworks from",
                       "top to bottom. It took six years.", "", "Many worked on it, most of them from far away, and"}) +
             std::vector<PdfText>{{520, 20, 8, "1/2"}},
         edge + lines_at(60, 760, {"at night, when it is cool."}) + std::vector<PdfText>{{520, 20, 8, "2/2"}}}));
    CHECK(raw.stated.title == "A tower opens in the desert");
    CHECK(raw.stated.url == "https://www.example.org/2010/tower");
    CHECK(raw.copied_text ==
          "A tower opens in the desert\n\n4 January 2010\n\nThe tallest building in the world has been opened with "
          "fireworks from top to bottom. It took six years.\n\nMany worked on it, most of them from far away, and at "
          "night, when it is cool.");
    CHECK(raw.date_texts.empty());
}

TEST_CASE("columns are read one after the other, and words broken at the end of lines are whole again") {
    const RawArticle raw = read_pdf(written_pdf(
        {lines_at(60, 700,
                  {"The first column has words enough to be", "told from the other one, and a word bro-",
                   "ken at its end. Well-", "known words keep their sign, as Mont-", "Blanc does."}) +
         lines_at(320, 700, {"The second column stands beside it and", "goes on until it ends, which is here."})}));
    REQUIRE(raw.copied_text.has_value());
    const std::string& text = *raw.copied_text;
    CHECK(text.find("a word broken at its end") != std::string::npos);
    CHECK(text.find("Mont-Blanc does.") != std::string::npos);
    CHECK(text.find("does.") < text.find("The second column"));
    CHECK(text.find("beside it and goes on") != std::string::npos);
}

TEST_CASE("lines of scripts without blanks are joined without") {
    const auto content = content_of_pdf_text(
        "P59500 84200 \nW6000 30000 50000 31100 1100 0 市政府昨天宣布，新大桥已经\nW6000 31300 30000 32400 1100 0 "
        "开通。\n");
    REQUIRE(content.has_value());
    CHECK(lay_out(*content).text == "市政府昨天宣布，新大桥已经开通。");
}

TEST_CASE("publishers state the day in the metadata; the day of the file is none") {
    const std::string text = "A line of text that a page may have.";
    CHECK(read_pdf(written_pdf({{{60, 700, 11, text}}})).date_texts.empty());
    const auto content = content_of_pdf_text("D2012-08-29\nP59500 84200 \nW100 200 300 400 1100 1 Text\n");
    REQUIRE(content.has_value());
    CHECK(content->published == "2012-08-29");
}

TEST_CASE("what is no article says why") {
    CHECK(refusal("%PDF-1.7 and nothing behind it") == "malformed: this is no whole PDF");
    CHECK(refusal("") == "malformed: this is no whole PDF");
    CHECK(refusal(written_pdf({{}})) == "no text: the pages have no text; they may be pictures");
    const std::string key(32, 'x');
    const std::string locked = written_pdf({{{60, 700, 11, "Text."}}},
                                           "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 "
                                           "/R 2 /P -4 /O (" +
                                               key + ") /U (" + key + ") >>");
    CHECK(refusal(locked) == "unsupported: the PDF is encrypted and wants a password");
    CHECK(refusal(written_pdf(std::vector<std::vector<PdfText>>(401))).starts_with("too large: it has 401 pages"));
}

TEST_CASE("a PDF cut anywhere gives an article or a reason") {
    const std::string pdf = written_pdf({lines_at(60, 700, {"A line of text that a page may have.", "And another."})});
    for (std::size_t part = 1; part < 8; ++part) {
        const auto readings = read_all(PdfReader(), pdf.substr(0, pdf.size() * part / 8));
        CHECK(readings.articles.size() + readings.skipped.size() == 1);
    }
}

TEST_CASE("layout takes words anywhere, and refuses what is not of its shape") {
    CHECK_FALSE(content_of_pdf_text("").has_value());
    CHECK_FALSE(content_of_pdf_text("W1 2 3 4 5 1 word\n").has_value());
    CHECK_FALSE(content_of_pdf_text("P1 2 \nW1 2 3\n").has_value());
    const auto content = content_of_pdf_text("P0 0 \nW0 0 0 0 0 0 a\nW-100 -100 100000000 5 0 1 b\n");
    REQUIRE(content.has_value());
    CHECK_FALSE(lay_out(*content).text.empty());
}

}  // namespace dateline
