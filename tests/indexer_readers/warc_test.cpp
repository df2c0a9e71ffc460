#include "indexer/readers/warc.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/archive.h"
#include "tests/indexer_readers/packed.h"
#include "tests/indexer_readers/read_all.h"

namespace dateline {

using tests::compressed;
using tests::page_titled;
using tests::read_all;
using tests::Readings;
using tests::warc_record;
using tests::warc_response;

namespace {

const std::string page = page_titled("Pages");
const std::string html = "Content-Type: text/html\r\n";

std::string chunked(const std::string& body) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string all;
    for (std::size_t at = 0; at < body.size(); at += 15) {
        const std::string chunk = body.substr(at, 15);
        all += std::string(1, digits[chunk.size()]) + ";name=value\r\n" + chunk + "\r\n";
    }
    return all + "0\r\n\r\n";
}

std::map<std::string, int> passed_over(const std::string& bytes) {
    std::map<std::string, int> kinds;
    std::istringstream stream(bytes);
    Input input{"input", "", stream};
    const ReaderSink sink{[](const RawArticle&) { return true; }, [](const Skipped&) { return true; },
                          [&kinds](std::string_view kind) { ++kinds[std::string(kind)]; }};
    WarcReader().read(input, {}, sink);
    return kinds;
}

}  // namespace

TEST_CASE("a page is the same, however the server sent it") {
    struct Row {
        std::string_view name;
        std::string record;
    };
    const std::string url = "https://www.example.org/a";
    const std::vector<Row> rows{
        {"as it is", warc_response(url, html, page)},
        {"in chunks", warc_response(url, html + "Transfer-Encoding: chunked\r\n", chunked(page))},
        {"gzip", warc_response(url, html + "Content-Encoding: gzip\r\n", compressed("gzip", page))},
        {"zstd", warc_response(url, html + "Content-Encoding: zstd\r\n", compressed("zstd", page))},
        {"gzip in chunks", warc_response(url, html + "content-encoding: GZIP\r\ntransfer-encoding: chunked\r\n",
                                         chunked(compressed("gzip", page)))},
        {"called gzip, stored unpacked", warc_response(url, html + "Content-Encoding: gzip\r\n", page)},
        {"called chunked, stored joined", warc_response(url, html + "Transfer-Encoding: chunked\r\n", page)},
        {"called br, stored unpacked", warc_response(url, html + "Content-Encoding: br\r\n", page)},
        {"no content type", warc_response(url, "", page)},
        {"of a resource", warc_record("WARC-Type: resource\r\nWARC-Target-URI: " + url +
                                          "\r\nWARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: text/html\r\n",
                                      page)},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const Readings readings = read_all(WarcReader(), row.record);
        CHECK(readings.skipped.empty());
        REQUIRE(readings.articles.size() == 1);
        const RawArticle& raw = readings.articles.front();
        CHECK(raw.html == page);
        CHECK(raw.stated.url == url);
        CHECK(raw.stated.place == "record 1, https://www.example.org/a, fetched 2024-05-06T07:08:09Z");
        CHECK(raw.date_texts.empty());
        CHECK(raw.warnings.empty());
    }
}

TEST_CASE("Brotli and both kinds of deflate") {
    // The bytes of `text`: in Brotli (RFC 7932) as they are, in deflate with and without zlib's header.
    using namespace std::string_view_literals;
    const std::string text = "<html>Grüße</html>";
    struct Row {
        std::string_view coding;
        std::string_view bytes;
    };
    const std::vector<Row> rows{
        {"br", "\060\001\020\074\150\164\155\154\076\107\162\303\274\303\237\145\074\057\150\164\155\154\076\003"sv},
        {"deflate",
         "\170\234\263\311\050\311\315\261\163\057\072\274\347\360\374\124\033\175\060\017\000\132\167\010\215"sv},
        {"deflate", "\263\311\050\311\315\261\163\057\072\274\347\360\374\124\033\175\060\017\000"sv},
    };
    for (const Row& row : rows) {
        CAPTURE(row.coding);
        const auto readings = read_all(
            WarcReader(), warc_response("https://www.example.org/",
                                        html + "Content-Encoding: " + std::string(row.coding) + "\r\n", row.bytes));
        REQUIRE(readings.articles.size() == 1);
        CHECK(readings.articles.front().html == text);
    }
}

TEST_CASE("the server's word on the encoding goes before the page's") {
    const auto readings = read_all(
        WarcReader(), warc_response("https://www.example.org/", "Content-Type: text/html; charset=\"windows-1251\"\r\n",
                                    "<meta charset=windows-1252><p>\xCC\xE8\xF0"));
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles.front().html->find("Мир") != std::string::npos);
}

TEST_CASE("what is no page is counted") {
    const std::string digest = "WARC-Payload-Digest: sha1:AAAA\r\n";
    const std::string date = "WARC-Date: 2024-05-06T07:08:09Z\r\n";
    const std::string response = "Content-Type: application/http; msgtype=response\r\n";
    const std::string archive =
        warc_record("WARC-Type: warcinfo\r\n", "software: test\r\n") +
        warc_record("WARC-Type: request\r\nWARC-Target-URI: https://www.example.org/a\r\n", "GET / HTTP/1.1\r\n\r\n") +
        warc_record("WARC-Type: response\r\nWARC-Target-URI: https://www.example.org/a\r\n" + date + digest + response,
                    "HTTP/1.1 200 OK\r\n" + html + "\r\n" + page) +
        warc_response("https://www.example.org/b.png", "Content-Type: image/png\r\n", "\x89PNG") +
        warc_response("https://www.example.org/robots.txt", "Content-Type: text/plain\r\n", "User-agent: *") +
        warc_response("https://www.example.org/c", html, "gone", "404 Not Found") +
        warc_response("https://www.example.org/d", "Location: /a\r\n", "", "301 Moved") +
        warc_record("WARC-Type: response\r\nContent-Type: text/dns\r\nWARC-Target-URI: dns:www.example.org\r\n", "A") +
        warc_record("WARC-Type: revisit\r\nWARC-Target-URI: https://www.example.org/a2\r\n" + digest,
                    "HTTP/1.1 200 OK\r\n\r\n") +
        warc_record("WARC-Type: revisit\r\nWARC-Target-URI: https://www.example.org/e\r\n", "") +
        warc_record(
            "WARC-Type: conversion\r\nContent-Type: text/plain\r\nWARC-Target-URI: https://www.example.org/a\r\n",
            "Pages");
    CHECK(passed_over(archive) == std::map<std::string, int>{{"errors and redirects", 2},
                                                             {"other content", 4},
                                                             {"other revisits", 1},
                                                             {"records of requests and crawling", 2},
                                                             {"revisits of pages in the same file", 1}});
    const auto readings = read_all(WarcReader(), archive);
    CHECK(readings.articles.size() == 1);
    CHECK(readings.skipped.empty());
}

TEST_CASE("text taken from a page stands in where there is no page") {
    const auto readings = read_all(
        WarcReader(),
        warc_record(
            "WARC-Type: conversion\r\nContent-Type: text/plain\r\nWARC-Target-URI: <https://www.example.org/a>\r\n",
            "A title\n\nThe text of it."));
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles.front().copied_text == "A title\n\nThe text of it.");
    CHECK(readings.articles.front().stated.url == "https://www.example.org/a");
}

TEST_CASE("a damaged archive costs the damaged records") {
    const std::string good = warc_response("https://www.example.org/a", html, page);
    struct Row {
        std::string_view name;
        std::string bytes;
        std::size_t articles;
        std::vector<std::string> reasons;
    };
    const std::string in_gzip = compressed("gzip", good);
    const std::vector<Row> rows{
        {"the last record is cut off", good + good.substr(0, good.size() - 100), 1, {"malformed"}},
        {"a header is cut off", good + good.substr(0, 30), 1, {"malformed"}},
        {"only a line end is missing", good.substr(0, good.size() - 2), 1, {}},
        {"no length", good + "WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n" + good, 2, {"malformed"}},
        {"something between records", good + "what is this\nand this\n" + good, 2, {"malformed"}},
        {"a length beyond all measure",
         good + "WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\n" + good,
         1,
         {"malformed"}},
        {"no answer in an answer",
         warc_record("WARC-Type: response\r\nContent-Type: application/http\r\n", "<html>") + good,
         1,
         {"malformed"}},
        {"damaged in its coding",
         warc_response("https://www.example.org/b", html + "Content-Encoding: gzip\r\n",
                       compressed("gzip", page).substr(0, 150)) +
             good,
         2,
         {}},
        {"a page that grows beyond measure",
         warc_response("https://www.example.org/b", html + "Content-Encoding: gzip\r\n",
                       compressed("gzip", std::string(std::size_t{20} << 20, ' '))) +
             good,
         1,
         {"too large"}},
        {"empty page", warc_response("https://www.example.org/b", html, "") + good, 1, {"no text"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto readings = read_all(WarcReader(), row.bytes);
        CHECK(readings.articles.size() == row.articles);
        std::vector<std::string> reasons;
        for (const Skipped& skipped : readings.skipped) {
            reasons.push_back(skipped.reason);
            CHECK(skipped.place.starts_with("record "));
        }
        CHECK(reasons == row.reasons);
    }
    const auto readings = read_all(ArchiveReader(), in_gzip + in_gzip + in_gzip.substr(0, in_gzip.size() / 2));
    CHECK(readings.articles.size() == 2);
    REQUIRE(readings.skipped.size() == 1);
    CHECK(readings.skipped.front().reason == "malformed");
    CHECK(readings.skipped.front().place.starts_with("record 3"));
}

TEST_CASE("records that are compressed one by one are damaged one by one") {
    std::string archive;
    std::vector<std::size_t> begins;
    for (int i = 0; i < 5; ++i) {
        begins.push_back(archive.size());
        archive += compressed("gzip", warc_response("https://www.example.org/" + std::to_string(i), html, page));
    }
    for (const std::size_t at : {begins[1] + 100, begins[3] + 60}) archive[at] = static_cast<char>(archive[at] ^ 0x40);
    const auto readings = read_all(ArchiveReader(), archive);
    std::string urls;
    for (const RawArticle& raw : readings.articles) urls += raw.stated.url + " ";
    CHECK(urls == "https://www.example.org/0 https://www.example.org/2 https://www.example.org/4 ");
    REQUIRE(readings.skipped.size() == 2);
    CHECK(readings.skipped.front().place.starts_with("record 2"));
    CHECK(readings.skipped.back().reason == "malformed");
}

}  // namespace dateline
