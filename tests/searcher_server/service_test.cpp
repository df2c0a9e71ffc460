#include "searcher/server/service.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "tests/searcher_server/served_corpus.h"

namespace dateline {
namespace {

using tests::ServedCorpus;

TEST_CASE("what can be asked, and what comes back") {
    struct Row {
        std::string method;
        std::string target;
        int status;
        std::string type;
        std::string has;  ///< somewhere in the body
    };
    const std::vector<Row> rows{
        {"GET", "/healthz", 200, "application/json", "\"ok\""},
        {"HEAD", "/healthz", 200, "application/json", ""},
        {"GET", "/api/search?q=koizumi", 200, "application/json", "\"total\": 3"},
        {"GET", "/api/search", 400, "application/problem+json", "`q` is wanted"},
        {"GET", "/api/search?q=%22abducted+citizens%22&limit=1", 200, "application/json", "\"phrase\": true"},
        {"GET", "/api/search?q=koizumi&format=csv", 200, "text/csv; charset=utf-8", "rank,id,score"},
        {"GET", "/api/search?q=koizumi&format=bibtex", 200, "application/x-bibtex; charset=utf-8", "@"},
        {"GET", "/api/facets?q=japan&facet=year%3Emonth", 200, "application/json", "\"below\""},
        {"GET", "/api/timeline?q=japan&timeline=year", 200, "application/json", "\"unit\": \"year\""},
        {"GET", "/api/articles/ec-2020-0605-1", 200, "application/json", "\"body\""},
        {"GET", "/api/articles/ec-2020-0605-1?query=megumi", 200, "application/json", "\"highlights\""},
        {"GET", "/api/similar/ec-2020-0605-1?limit=2", 200, "application/json", "\"rank\": 2"},
        {"GET", "/api/suggest?prefix=north+kor", 200, "application/json", "north Korea"},
        {"GET", "/feed.atom?q=japan", 200, "application/atom+xml", "<feed"},
        {"GET", "/metrics", 200, "text/plain; version=0.0.4; charset=utf-8", "dateline_index_articles"},
        {"GET", "/api/openapi.json", 200, "application/json", "\"3.1.0\""},
        {"GET", "/api/articles/no-such", 404, "application/problem+json", "no article with id no-such"},
        {"GET", "/api/similar/no-such", 404, "application/problem+json", "no article"},
        {"GET", "/api/articles/../../etc/passwd", 404, "application/problem+json", "no article"},
        {"GET", "/nowhere", 404, "application/problem+json", "nothing at /nowhere"},
        {"POST", "/api/search", 405, "application/problem+json", "POST"},
        {"GET", "/api/search?q=titel:x", 400, "application/problem+json", "\"column\": 1"},
        {"GET", "/api/search?q=japan+(korea", 400, "application/problem+json", "\"column\": 7"},
        {"GET", "/api/search?querry=x", 400, "application/problem+json", "no parameter `querry`"},
        {"GET", "/api/search?q=a&q=b", 400, "application/problem+json", "only once"},
        {"GET", "/api/search?q=japan&limit=many", 400, "application/problem+json", "limit: a number"},
        {"GET", "/api/search?q=japan&limit=1001", 400, "application/problem+json", "1000"},
        {"GET", "/api/search?q=japan&limit=18446744073709551615&offset=1", 400, "application/problem+json", "1000"},
        {"GET", "/api/search?q=japan&offset=10000", 400, "application/problem+json", "/api/export"},
        {"GET", "/api/search?q=japan&offset=18446744073709551615", 400, "application/problem+json", "/api/export"},
        {"GET", "/api/search?q=japan&sort=oddest", 400, "application/problem+json", "relevance, newest, oldest"},
        {"GET", "/api/search?q=japan&facet=colour", 400, "application/problem+json", "colour"},
        {"GET", "/api/search?q=japan&zone=Europe/Atlantis", 400, "application/problem+json", "Atlantis"},
        {"GET", "/api/search?q=japan&recency=soon", 400, "application/problem+json", "30d"},
        {"GET", "/api/entities/nobody", 404, "application/problem+json", "nobody"},
        {"GET", "/api/entities/zett?companions=5000", 400, "application/problem+json", "companions"},
        {"GET", "/api/entities/zett?query=titel:x", 400, "application/problem+json", "titel"},
        {"GET", "/api/told?q=japan&limit=5000", 400, "application/problem+json", "limit"},
        {"GET", "/api/told", 400, "application/problem+json", "q"},
        {"GET", "/api/search?q=japan&revision=99", 410, "application/problem+json", "revision"},
        {"GET", "/api/search?q=%ff", 400, "application/problem+json", "UTF-8"},
        {"GET", "/api/search?q=%", 400, "application/problem+json", "hexadecimal"},
        {"GET", "/api/search?q=%00", 400, "application/problem+json", "NUL"},
        {"GET", "*", 400, "application/problem+json", "no path"},
    };
    ServedCorpus served;
    for (const Row& row : rows) {
        CAPTURE(row.method);
        CAPTURE(row.target);
        const http::Response response = served.ask(row.method, row.target);
        CAPTURE(response.body);
        CHECK(response.status == row.status);
        CHECK(response.header("Content-Type") == row.type);
        CHECK(response.body.find(row.has) != std::string::npos);
        CHECK(response.header("X-Content-Type-Options") == "nosniff");
        CHECK(response.header("Referrer-Policy") == "no-referrer");
        CHECK(response.header("Content-Security-Policy").value_or("").find("unsafe") == std::string::npos);
        CHECK(response.header("Access-Control-Allow-Origin") == std::nullopt);
    }
    CHECK(served.ask("POST", "/api/search").header("Allow") == "GET, HEAD");
}

TEST_CASE("pages of one answer follow each other and hold every result once") {
    ServedCorpus served;
    std::string target = "/api/search?q=japan+OR+korea&limit=3";
    std::set<std::string> ids;
    std::size_t results = 0;
    std::uint64_t total = 0;
    for (int pages = 0; pages < 20; ++pages) {
        const http::Response response = served.get(target);
        REQUIRE(response.status == 200);
        const Json json = Json::parse(response.body);
        total = json["total"].get<std::uint64_t>();
        for (const Json& result : json["results"]) {
            ids.insert(result["id"].get<std::string>());
            ++results;
            CHECK(result["rank"] == results);
        }
        const std::string link = response.header("Link").value_or("");
        if (link.empty()) break;
        CHECK(link.find("revision=") != std::string::npos);
        target = link.substr(1, link.find('>') - 1);
    }
    CHECK(results == total);
    CHECK(ids.size() == total);
}

TEST_CASE("what has not changed is not sent again") {
    ServedCorpus served;
    const http::Response first = served.get("/api/search?q=japan");
    const std::string tag = first.header("ETag").value();
    const http::Response again = served.get("/api/search?q=japan", {{"If-None-Match", "W/\"other\", " + tag}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.header("ETag") == tag);
    CHECK(served.get("/api/search?q=japan", {{"If-None-Match", "W/\"other\""}}).status == 200);
    CHECK(served.get("/metrics", {{"If-None-Match", tag}}).status == 200);
}

TEST_CASE("answers are compressed for who takes that") {
    ServedCorpus served;
    const std::string plain = served.get("/api/search?q=japan").body;
    const http::Response zstd = served.get("/api/search?q=japan", {{"Accept-Encoding", "gzip, zstd"}});
    CHECK(zstd.header("Content-Encoding") == "zstd");
    CHECK(zstd.header("Vary") == "Accept-Encoding");
    CHECK(zstd.body.size() < plain.size() / 2);
    CHECK_FALSE(served.get("/healthz", {{"Accept-Encoding", "gzip"}}).header("Content-Encoding"));
}

TEST_CASE("an export has every match, a line each, in pieces, and ends with its client") {
    ServedCorpus served;
    const http::Response response = served.get("/api/export?q=after:1900&sort=oldest");
    REQUIRE(response.status == 200);
    REQUIRE(response.stream);
    CHECK(response.header("Content-Type") == "application/jsonl; charset=utf-8");
    tests::KeptStream all;
    response.stream(all);
    const auto lines = static_cast<std::size_t>(std::count(all.text.begin(), all.text.end(), '\n'));
    CHECK(std::to_string(lines) == response.header("Dateline-Total"));
    CHECK(all.writes > 1);

    tests::KeptStream gone(1);
    served.get("/api/export?q=after:1900&sort=oldest").stream(gone);
    CHECK(gone.text.size() < all.text.size());

    CHECK(served.get("/api/export?q=(").status == 400);
    CHECK_FALSE(served.get("/api/export?q=(").stream);
    CHECK(served.get("/api/export?q=japan&format=csv").header("Content-Type") == "text/csv; charset=utf-8");
}

TEST_CASE("a query past its time ends with a problem that says so, and the next one is answered") {
    Service::Options options;
    options.engine.query_timeout = std::chrono::milliseconds(0);
    ServedCorpus hurried(options);
    const http::Response response = hurried.get("/api/search?q=japan");
    CHECK(response.status == 504);
    CHECK(response.body.find("no answer within 0 s") != std::string::npos);
    CHECK(hurried.get("/api/similar/ec-2020-0605-1").status == 504);
    CHECK(hurried.get("/api/articles/ec-2020-0605-1?query=japan").status == 504);
    CHECK(hurried.get("/api/articles/ec-2020-0605-1").status == 200);

    ServedCorpus served;
    CHECK(served.get("/api/search?q=japan&timeout=2s").status == 200);
    served.service().cancel();
    CHECK(served.get("/api/search?q=japan").status == 504);
}

TEST_CASE("a server with tokens is open in its health alone") {
    Service::Options options;
    options.access.tokens = {"0123456789abcdef"};
    ServedCorpus served(options);
    CHECK(served.get("/healthz").status == 200);
    for (const std::string target :
         {"/api/search?q=japan", "/metrics", "/api/openapi.json", "/nowhere", "/api/export"}) {
        CAPTURE(target);
        CHECK(served.get(target).status == 401);
    }
    CHECK(served.get("/api/search?q=japan", {{"Authorization", "Bearer 0123456789abcdef"}}).status == 200);
}

TEST_CASE("browsers are told that pages of another origin may ask") {
    Service::Options options;
    options.access.cors_origin = "https://a.example";
    ServedCorpus served(options);
    const http::Response preflight = served.ask(
        "OPTIONS", "/api/search", {{"Origin", "https://a.example"}, {"Access-Control-Request-Method", "GET"}});
    CHECK(preflight.status == 204);
    CHECK(preflight.header("Access-Control-Allow-Origin") == "https://a.example");
    CHECK(preflight.header("Access-Control-Allow-Methods") == "GET, HEAD");
    ServedCorpus closed;
    CHECK(closed.ask("OPTIONS", "/api/search", {{"Origin", "https://a.example"}}).status == 405);
}

TEST_CASE("the search description names the server as the client calls it, and no other") {
    ServedCorpus served;
    CHECK(served.get("/opensearch.xml", {{"Host", "localhost:8080"}})
              .body.find("http://localhost:8080/?q={searchTerms}") != std::string::npos);
    CHECK(served.get("/opensearch.xml", {{"Host", "a\"><script>"}}).status == 400);
}

TEST_CASE("requests are counted by kind and status") {
    ServedCorpus served;
    served.get("/api/search?q=japan");
    served.get("/api/search?q=(");
    served.get("/nowhere");
    const std::string text = served.get("/metrics").body;
    for (const std::string line : {"dateline_requests_total{kind=\"search\",status=\"200\"} 1\n",
                                   "dateline_requests_total{kind=\"search\",status=\"400\"} 1\n",
                                   "dateline_requests_total{kind=\"other\",status=\"404\"} 1\n",
                                   "dateline_request_seconds_bucket{kind=\"search\",le=\"+Inf\"} 2\n",
                                   "dateline_request_seconds_count{kind=\"search\"} 2\n"}) {
        CAPTURE(line);
        CHECK(text.find(line) != std::string::npos);
    }
}

}  // namespace
}  // namespace dateline
