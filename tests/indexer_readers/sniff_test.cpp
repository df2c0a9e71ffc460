#include "indexer/readers/sniff.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

namespace dateline {

namespace {

/// The reader's name, or the reason why there is none.
std::string verdict(std::string_view bytes, std::string_view path = "x", Origin origin = Origin::named) {
    const Sniffed sniffed = sniff(bytes, path, origin);
    return sniffed.reader != nullptr ? std::string(sniffed.reader->name) : sniffed.reason;
}

}  // namespace

TEST_CASE("formats are told by their content") {
    struct Row {
        std::string_view bytes;
        std::string_view verdict;
    };
    constexpr std::array rows{
        Row{"{\"title\": 1}", "json"},
        Row{"\xEF\xBB\xBF [ {\"title\": 1} ]", "json"},
        Row{"[Updated] A title\n\nText.", "text"},
        Row{"<DOC>\n<DOCNO>1</DOCNO>", "sgml"},
        Row{"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">", "sgml"},
        Row{"<!DOCTYPE html>\n<html>", "html"},
        Row{"<?xml version=\"1.0\"?><rss version=\"2.0\">", "feed"},
        Row{"<nitf><body><p>Text.</p></body></nitf>", "nitf"},
        Row{"<newsItem><contentSet><inlineXML><html><p>Text.</p>", "newsml"},
        Row{"<?xml version=\"1.0\"?><!-- a file --><newsMessage>", "newsml"},
        Row{"<NewsML Version=\"1.2\">", "newsml"},
        Row{"<newsitem itemid=\"1\">", "rcv1"},
        Row{"<urlset><url>", "sitemap"},
        Row{"%PDF-1.7", "pdf"},
        Row{"PK\x03\x04zzz", "archive"},
        Row{"\x1F\x8B\x08zzz", "archive"},
        Row{"WARC/1.0\r\n", "warc"},
        Row{"From a@b.org Mon Jan 1\nSubject: x\n", "mail"},
        Row{"Received: from a\nDate: b\nSubject: c\n\nText.", "mail"},
        Row{"From: Ann Lee\nDate: b\nSubject: c\n\nText.", "text"},
        Row{"From our correspondent\n\nText.", "text"},
        Row{"A title\n\nThe text.", "text"},
        Row{"---\ntitle: A\n---\nText.", "markdown"},
        Row{"+++\ntitle = \"A\"\n+++\nText.", "markdown"},
        Row{"---\nA title\n---\nText.", "text"},
        Row{"id;title;text\n1;A;b\n", "csv"},
        Row{"\"Headline\"\t\"Date\"\nA\t2012\n", "csv"},
        Row{"Home | Text | Video\n", "text"},
        Row{"Title, or nothing\n\nThe text.", "text"},
        Row{"", "no text"},
        Row{" \n\n", "no text"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.bytes);
        CHECK(verdict(row.bytes) == row.verdict);
    }
    CHECK(verdict(std::string_view("ab\0cd", 5)) == "not text");
    CHECK(verdict("PK\x03\x04" + std::string(26, 'x') + "[Content_Types].xml") == "unsupported");
    CHECK(verdict("PK\x03\x04" + std::string(26, 'x') + "mimetypeapplication/epub+zip") == "unsupported");
}

TEST_CASE("in a folder plain text must be named as text") {
    CHECK(verdict("A title", "LICENSE", Origin::named) == "text");
    CHECK(verdict("A title", "LICENSE", Origin::folder) == "no article");
    CHECK(verdict("A title", "README.md", Origin::folder) == "no article");
    CHECK(verdict("A title", "README.md", Origin::named) == "markdown");
    CHECK(verdict("---\ntitle: A\n---\nText.", "a.md", Origin::folder) == "markdown");
    CHECK(verdict("{\"title\": \"A\"}\n\nText.", "a.md", Origin::folder) == "markdown");
    CHECK(verdict("A title", "a.TXT", Origin::folder) == "text");
    CHECK(verdict("{\"a\":1}", "a.dat", Origin::folder) == "json");
    CHECK(verdict("Text before <b>markup", "a.html", Origin::folder) == "html");
    CHECK(verdict("x,y\n1,2\n", "a.csv", Origin::folder) == "csv");
}

TEST_CASE("text in UTF-16 is told by what it says") {
    const auto utf16 = [](std::string_view ascii) {
        std::string bytes = "\xFF\xFE";
        for (const char c : ascii) {
            bytes.push_back(c);
            bytes.push_back('\0');
        }
        return bytes;
    };
    CHECK(verdict(utf16("title\ttext\nA\tb\n")) == "csv");
    CHECK(verdict(utf16("<!DOCTYPE html><html>")) == "html");
    CHECK(verdict(utf16("A title\n\nThe text.")) == "text");
    CHECK(verdict(utf16("{\"title\": 1}")) == "unsupported");
}

}  // namespace dateline
