// Archives written by the test and read by the reader: the same articles, whatever they are packed in; and what is said
// of archives that are cut off, damaged, encrypted, too deep or bombs.

#include "indexer/readers/archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/registry.h"
#include "tests/indexer_readers/packed.h"
#include "tests/indexer_readers/read_all.h"

namespace dateline {

using tests::archive_of;
using tests::compressed;
using tests::File;
using tests::page_titled;
using tests::read_all;

namespace {

const std::string lines = "{\"id\": \"1\", \"title\": \"One\"}\n{\"id\": \"2\", \"title\": \"Two\"}\n";

/// `member|place|title` of each article, then `member: reason` of what was skipped, a line each.
std::string outcome(const std::string& bytes, const std::string& path = "input") {
    const auto readings = read_all(ArchiveReader(), bytes, {}, path);
    std::string all;
    for (const RawArticle& raw : readings.articles) {
        const std::string title = raw.html ? "page" : raw.copied_text ? "text" : raw.stated.title;
        all += raw.stated.member + "|" + raw.stated.place + "|" + title + "\n";
    }
    for (const Skipped& skipped : readings.skipped) all += skipped.member + ": " + skipped.reason + "\n";
    return all;
}

std::string lines_of(const std::vector<std::string>& outcomes) {
    std::string all;
    for (const std::string& each : outcomes) all += each + "\n";
    return all;
}

/// Bytes no coding makes smaller, the same in every run.
std::string noise(std::size_t size) {
    std::string bytes(size, '\0');
    std::uint32_t state = 12345;
    for (char& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<char>(' ' + (state >> 24U) % 90U);
    }
    return bytes;
}

/// JSON lines that shrink little, so that a cut falls among them.
std::string many_lines(int count) {
    const std::string text = noise(200 * static_cast<std::size_t>(count));
    std::string all;
    for (int i = 0; i < count; ++i) {
        std::string body = text.substr(200 * static_cast<std::size_t>(i), 200);
        std::ranges::replace(body, '"', ' ');
        std::ranges::replace(body, '\\', ' ');
        all += "{\"id\": \"" + std::to_string(i) + "\", \"title\": \"t\", \"body\": \"" + body + "\"}\n";
    }
    return all;
}

}  // namespace

TEST_CASE("the same articles, whatever they are packed in") {
    const std::vector<File> files{{"news.jsonl", lines}};
    const std::string zip = archive_of("zip", files);
    const std::string tar = archive_of("pax", files);
    const std::string seven = archive_of("7zip", files);
    struct Row {
        std::string_view name;
        std::string bytes;
        std::string member;
    };
    const std::vector<Row> rows{
        {"zip", zip, "news.jsonl"},
        {"zip, not compressed", archive_of("zip", files, "", "zip:compression=store"), "news.jsonl"},
        {"tar", tar, "news.jsonl"},
        {"old tar", archive_of("v7tar", files), "news.jsonl"},
        {"two tars in a row", archive_of("ustar", {{"pictures/", ""}}) + tar, "news.jsonl"},
        {"7z", seven, "news.jsonl"},
        {"gzip", compressed("gzip", lines), ""},
        {"bzip2", compressed("bzip2", lines), ""},
        {"xz", compressed("xz", lines), ""},
        {"zstd", compressed("zstd", lines), ""},
        {"two gzip streams in a row, then zeros",
         compressed("gzip", lines.substr(0, 40)) + compressed("gzip", lines.substr(40)) + std::string(700, '\0'), ""},
        {"two zstd streams in a row", compressed("zstd", lines.substr(0, 40)) + compressed("zstd", lines.substr(40)),
         ""},
        {"tar.gz", compressed("gzip", tar), "news.jsonl"},
        {"tar.zst", compressed("zstd", tar), "news.jsonl"},
        {"zip in tar.gz", compressed("gzip", archive_of("ustar", {{"a/in.zip", zip}})), "a/in.zip/news.jsonl"},
        {"tar.gz in zip", archive_of("zip", {{"b.tar.gz", compressed("gzip", tar)}}), "b.tar.gz/news.jsonl"},
        {"7z in zip", archive_of("zip", {{"c.7z", seven}}), "c.7z/news.jsonl"},
        {"zip in 7z", archive_of("7zip", {{"d.zip", zip}}), "d.zip/news.jsonl"},
        {"7z compressed once more", compressed("xz", seven), "news.jsonl"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(outcome(row.bytes) == lines_of({row.member + "|line 1|One", row.member + "|line 2|Two"}));
    }
}

TEST_CASE("members are sniffed like the files of a folder") {
    const std::string archive =
        archive_of("zip", {{"folder/", ""},
                           {".hidden.jsonl", lines},
                           {"x/.git/config.jsonl", lines},
                           {"__MACOSX/news.jsonl", lines},
                           {"a.jsonl.expected.json", lines},
                           {"../../etc/page.html", page_titled("A")},
                           {"LICENSE", "All rights are given away."},
                           {"story.txt", "A story\n\nWith a text."},
                           {"scan.pdf", "%PDF-1.7\n"},
                           {"picture", std::string("\x89PNG\0\0", 6)},
                           {"empty.txt", ""},
                           {"letter.docx", archive_of("zip", {{"[Content_Types].xml", "<x/>"}})},
                           {"größe.jsonl.gz", compressed("gzip", lines)}});
    CHECK(outcome(archive) == lines_of({"../../etc/page.html||page", "story.txt||text", "größe.jsonl.gz|line 1|One",
                                        "größe.jsonl.gz|line 2|Two", "LICENSE: no article", "scan.pdf: malformed",
                                        "picture: unsupported", "empty.txt: no text", "letter.docx: unsupported"}));
}

TEST_CASE("options hold inside archives") {
    const std::string archive = archive_of("zip", {{"a.txt", "{\"kopf\": \"One\"}"}});
    const ReaderOptions options{{{"title", "kopf"}}, find_reader("json")};
    const auto readings = read_all(ArchiveReader(), archive, options);
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles.front().stated.title == "One");
}

TEST_CASE("a tail that is missing costs only what stood in it") {
    const std::string text = many_lines(2000);
    const std::vector<File> files{{"a.jsonl", lines}, {"b.jsonl", text}};
    struct Row {
        std::string_view name;
        std::string bytes;
        std::size_t least;  ///< articles that stand before the cut, at half of the bytes, less a block of the coding
        std::string_view member;
    };
    const std::array rows{
        Row{"gzip", compressed("gzip", text), 970, ""},
        Row{"zstd", compressed("zstd", text), 400, ""},
        Row{"xz", compressed("xz", text), 970, ""},
        Row{"bzip2", compressed("bzip2", text), 1, ""},
        Row{"tar", archive_of("ustar", files), 970, "b.jsonl"},
        Row{"zip", archive_of("zip", files), 970, "b.jsonl"},
        Row{"tar.gz", compressed("gzip", archive_of("ustar", files)), 970, "b.jsonl"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto readings = read_all(ArchiveReader(), row.bytes.substr(0, row.bytes.size() / 2));
        CHECK(readings.articles.size() >= row.least);
        CHECK(readings.articles.size() < 1100);
        REQUIRE(readings.skipped.size() == 1);
        CHECK(readings.skipped.front().reason == "malformed");
        CHECK(readings.skipped.front().member == row.member);
    }
    const std::string seven = archive_of("7zip", files);
    CHECK(outcome(seven.substr(0, seven.size() / 2)) == lines_of({": malformed"}));
}

TEST_CASE("a page that is cut off is not taken for a whole one") {
    const std::string page = page_titled("A") + "<p>" + noise(20'000);
    const std::string archive = archive_of("ustar", {{"a.html", page_titled("A")}, {"b.html", page}});
    CHECK(outcome(compressed("gzip", archive).substr(0, 12'000)) == lines_of({"a.html||page", "b.html: malformed"}));
}

TEST_CASE("damage costs the member it is in") {
    const std::vector<File> files{{"a.jsonl", lines}, {"b.jsonl", many_lines(50)}, {"c.jsonl", lines}};
    std::string zip = archive_of("zip", files);
    zip[zip.size() / 2] = static_cast<char>(zip[zip.size() / 2] ^ 0x55);
    const auto readings = read_all(ArchiveReader(), zip);
    REQUIRE(readings.skipped.size() >= 1);
    for (const Skipped& skipped : readings.skipped) CHECK(skipped.member == "b.jsonl");
    const auto of_last = [](const RawArticle& raw) { return raw.stated.member == "c.jsonl"; };
    CHECK(std::ranges::count_if(readings.articles, of_last) == 2);
}

TEST_CASE("what cannot be read is refused by name") {
    std::string deep = compressed("gzip", lines);
    for (int i = 0; i < 12; ++i) deep = compressed("gzip", deep);
    const std::string content(std::size_t{20} << 20, 'x');
    const std::string bomb = compressed("gzip", content);
    struct Row {
        std::string_view name;
        std::string bytes;
        std::vector<std::string> outcome;
    };
    const std::vector<Row> rows{
        {"encrypted members", archive_of("zip", {{"a.jsonl", lines}}, "secret"), {"a.jsonl: encrypted"}},
        {"too deep", deep, {": unsupported"}},
        {"something behind the data",
         compressed("gzip", lines) + "and so on",
         {"|line 1|One", "|line 2|Two", ": malformed"}},
        {"a bomb beside articles",
         archive_of("zip", {{"a.jsonl", lines}, {"bomb.txt.gz", bomb}, {"c.jsonl", lines}}),
         {"a.jsonl|line 1|One", "a.jsonl|line 2|Two", "c.jsonl|line 1|One", "c.jsonl|line 2|Two",
          "bomb.txt.gz: too large"}},
        {"a bomb in the zip itself",
         archive_of("zip", {{"b.txt", content}, {"c.jsonl", lines}}),
         {"c.jsonl|line 1|One", "c.jsonl|line 2|Two", "b.txt: too large"}},
        {"the beginning of a zip", "PK\x03\x04", {": malformed"}},
        {"the beginning of a gzip", "\x1F\x8B\x08", {": malformed"}},
        {"an empty zip", archive_of("zip", {}), {}},
        {"a zip signature and text", "PK\x03\x04" + std::string(5000, ' '), {": malformed"}},
        {"a 7z signature and text", "7z\xBC\xAF\x27\x1C" + noise(5000), {": malformed"}},
        {"no gzip behind its signature", "\x1F\x8B\x08" + noise(5000), {": malformed"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(outcome(row.bytes) == lines_of(row.outcome));
    }
    CHECK(outcome(bomb, "bomb.txt.gz") == lines_of({": too large"}));
}

TEST_CASE("archives of archives of archives end, however little they take") {
    // Each level holds ten of the one below; unpacked it would be 10^6 times 15 MiB.
    std::string bomb = archive_of("zip", {{"0.txt", std::string(std::size_t{15} << 20, 'x')}});
    for (int level = 0; level < 6; ++level) {
        std::vector<File> copies;
        for (int i = 0; i < 10; ++i) copies.push_back({std::to_string(i) + ".zip", bomb});
        bomb = archive_of("zip", copies);
    }
    const auto readings = read_all(ArchiveReader(), bomb);
    REQUIRE_FALSE(readings.skipped.empty());
    CHECK(readings.skipped.back().reason == "too large");
}

TEST_CASE("names are only names") {
    const std::string archive = archive_of("ustar", {{"a\nb/../c.jsonl", "{\"title\": \"One\"}"}});
    CHECK(outcome(archive) == lines_of({"a b/../c.jsonl||One"}));
    // A zip that does not say its names are UTF-8 has them in the encoding of DOS.
    std::string zip = archive_of("zip", {{"gr_n.jsonl", "{\"title\": \"One\"}"}});
    for (std::size_t at = zip.find("gr_n"); at != std::string::npos; at = zip.find("gr_n")) zip[at + 2] = '\x81';
    CHECK(outcome(zip) == lines_of({"grün.jsonl||One"}));
}

}  // namespace dateline
