// One article written in every format, and what becomes of it: whole, in another encoding, empty, cut, and not text.

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/progress.h"
#include "common/cli/terminal.h"
#include "indexer/pipeline.h"
#include "indexer/readers/registry.h"
#include "tests/support/temp_dir.h"
#include "tests/support/written_pdf.h"

namespace dateline {
namespace {

constexpr std::string_view title = "A bridge over the Río Ejemplo opens";
constexpr std::string_view first = "The new bridge was opened on Wednesday, and the café beside it as well.";
constexpr std::string_view second = "It is 300 metres long; \"half a river\", as the builders say, stays below it.";
constexpr std::string_view day = "2012-08-29";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// Fills in the article. `gap` parts its paragraphs.
std::string filled(std::string form, const std::string& gap, std::string_view quote = "\"") {
    form = replaced(std::move(form), "@TITLE", title);
    form = replaced(std::move(form), "@BODY", std::string(first) + gap + replaced(std::string(second), "\"", quote));
    return replaced(std::move(form), "@DAY", day);
}

/// Windows-1252 of a text with nothing beyond é and í.
std::string in_windows_1252(std::string text) { return replaced(replaced(std::move(text), "é", "\xE9"), "í", "\xED"); }

std::string in_utf16(std::string_view text) {
    std::string bytes = "\xFF\xFE";
    for (const char c : in_windows_1252(std::string(text))) {
        bytes.push_back(c);
        bytes.push_back('\0');
    }
    return bytes;
}

std::string pdf() {
    const auto line = [](double y, double size, std::string_view text) {
        return tests::PdfText{60, y, size, in_windows_1252(std::string(text))};
    };
    return tests::written_pdf(
        {{line(760, 22, title), line(720, 11, "29 August 2012"), line(690, 11, first), line(660, 11, second)}});
}

struct Format {
    std::string_view file;
    std::string bytes;
    std::string_view from;   ///< of the date
    std::string_view empty;  ///< reason for an empty file of that name
    bool any_encoding;       ///< also read in Windows-1252
    bool utf16;              ///< and in UTF-16 with a mark
};

std::vector<Format> formats() {
    const std::string html_gap = "</p><p>";
    return {
        {"a.txt", filled("@TITLE\n\n29 August 2012\n\n@BODY\n", "\n\n"), "text:date line", "no text", true, true},
        {"a.json", filled(R"({"title": "@TITLE", "body": "@BODY", "date": "@DAY"})", R"(\n\n)", R"(\")"), "field:date",
         "no text", true, false},
        {"a.csv", filled("title;body;date\r\n@TITLE;\"@BODY\";@DAY\r\n", "\n\n", "\"\""), "csv:date", "no text", true,
         true},
        {"a.tsv", filled("title\tbody\tdate\n@TITLE\t\"@BODY\"\t@DAY\n", "\n\n", "\"\""), "csv:date", "no text", true,
         true},
        {"a.md", filled("---\ntitle: \"@TITLE\"\ndate: @DAY\n---\n\n@BODY\n", "\n\n"), "front matter:date", "no text",
         true, true},
        {"a.mbox",
         filled("From a@example.org Wed Aug 29 12:00:00 2012\nSubject: @TITLE\nDate: Wed, 29 Aug 2012 12:00:00 +0000\n"
                "Content-Type: text/plain\n\n@BODY\n",
                "\n\n"),
         "mail:Date", "no text", true, false},
        {"a.eml",
         filled("Subject: @TITLE\nDate: Wed, 29 Aug 2012 12:00:00 +0000\nContent-Type: text/html\n\n<p>@BODY</p>\n",
                html_gap),
         "mail:Date", "no text", true, false},
        {"a.pdf", pdf(), "text:date line", "no text", false, false},
        {"a.html",
         filled("<!DOCTYPE html><html><head><title>@TITLE</title><meta property=\"article:published_time\" "
                "content=\"@DAY\"></head><body><article><h1>@TITLE</h1><p>@BODY</p></article></body></html>",
                html_gap),
         "meta:article:published_time", "no text", true, true},
        {"a.rss",
         filled(
             "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>@TITLE</title><pubDate>@DAY</pubDate>"
             "<description><![CDATA[<p>@BODY</p>]]></description></item></channel></rss>",
             html_gap),
         "feed:pubDate", "no text", false, false},
        {"a.sgml",
         filled("<DOC>\n<DOCNO>1</DOCNO>\n<HEADLINE>@TITLE</HEADLINE>\n<DATE>@DAY</DATE>\n<TEXT>\n@BODY\n</TEXT>\n"
                "</DOC>\n",
                "\n<P>\n"),
         "sgml:DATE", "no text", true, false},
    };
}

struct Outcome {
    std::vector<Article> articles;
    std::vector<std::string> reasons;
};

Outcome outcome_of(std::string_view file, const std::string& bytes) {
    const tests::TempDir folder;
    folder.write(std::string(file), bytes);
    Report report;
    Progress progress(Terminal{}, std::nullopt);
    Outcome outcome;
    extract_articles({.inputs = {(folder.path() / file).string()}}, report, progress, [&](const Article& article) {
        outcome.articles.push_back(article);
        return true;
    });
    for (const Skipped& skipped : report.skipped()) outcome.reasons.push_back(skipped.reason);
    return outcome;
}

void check_whole(const Format& format, const std::string& bytes) {
    const Outcome outcome = outcome_of(format.file, bytes);
    REQUIRE(outcome.articles.size() == 1);
    CHECK(outcome.reasons.empty());
    const Article& article = outcome.articles.front();
    CHECK(article.title == title);
    CHECK(article.body == std::string(first) + "\n\n" + std::string(second));
    REQUIRE(article.published.has_value());
    CHECK(to_iso(article.published->date).starts_with(day));
    CHECK(article.published->from == format.from);
}

}  // namespace

TEST_CASE("every format gives the article that was written in it, in the encodings it may have") {
    for (const Format& format : formats()) {
        CAPTURE(format.file);
        check_whole(format, format.bytes);
        if (format.any_encoding) check_whole(format, in_windows_1252(format.bytes));
        if (format.utf16) check_whole(format, in_utf16(format.bytes));
    }
}

TEST_CASE("an empty file, and one that is not text, is told of whatever its name") {
    const std::string binary(
        "\x7F"
        "ELF\0\1\2\3\0\0",
        10);
    for (const Format& format : formats()) {
        CAPTURE(format.file);
        const Outcome empty = outcome_of(format.file, "");
        CHECK(empty.articles.empty());
        CHECK(empty.reasons == std::vector<std::string>{std::string(format.empty)});
        CHECK(outcome_of(format.file, binary).reasons == std::vector<std::string>{"not text"});
    }
}

TEST_CASE("a file cut anywhere gives articles or reasons, never nothing") {
    for (const Format& format : formats()) {
        CAPTURE(format.file);
        for (std::size_t part = 1; part < 10; ++part) {
            const Outcome outcome = outcome_of(format.file, format.bytes.substr(0, format.bytes.size() * part / 10));
            CHECK(outcome.articles.size() + outcome.reasons.size() >= 1);
        }
    }
}

TEST_CASE("any file read as any format gives articles or reasons") {
    const std::string binary("\0\1\2\3\xFF\xFE\x80 \"',;\n<x>{[", 18);
    const tests::TempDir folder;
    folder.write("binary", binary);
    for (const ReaderEntry& entry : all_readers()) {
        CAPTURE(entry.name);
        Report report;
        Progress progress(Terminal{}, std::nullopt);
        std::size_t articles = 0;
        extract_articles({.inputs = {(folder.path() / "binary").string()}, .format = std::string(entry.name)}, report,
                         progress, [&](const Article&) { return ++articles > 0; });
        CHECK(articles + report.skipped().size() >= 1);
    }
}

}  // namespace dateline
