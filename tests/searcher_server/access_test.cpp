#include "searcher/server/access.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/error.h"
#include "tests/support/temp_dir.h"

namespace dateline {
namespace {

const std::string token = "0123456789abcdef";

http::Request with_header(std::string name, std::string value) {
    http::Request request;
    request.headers.emplace_back(std::move(name), std::move(value));
    return request;
}

TEST_CASE("who has no token is refused") {
    struct Row {
        std::string authorization;
        bool is_right;
    };
    const std::vector<Row> rows{
        {"Bearer " + token, true},
        {"bearer " + token, true},
        {"Basic OjAxMjM0NTY3ODlhYmNkZWY=", true},      // :0123456789abcdef
        {"Basic YW5uOjAxMjM0NTY3ODlhYmNkZWY=", true},  // ann:0123456789abcdef
        {"Basic MDEyMzQ1Njc4OWFiY2RlZg==", false},     // without a colon
        {"Basic !!!!", false},
        {"Bearer", false},
        {"Bearer ", false},
        {"Bearer " + token + "0", false},
        {"Bearer 0123456789abcdeF", false},
        {token, false},
        {"", false},
    };
    const Access access({.tokens = {"another-token-of-16", token}});
    for (const Row& row : rows) {
        CAPTURE(row.authorization);
        const auto refusal = access.refusal(with_header("Authorization", row.authorization), false);
        CHECK(refusal.has_value() != row.is_right);
        if (refusal) {
            CHECK(refusal->status == 401);
            CHECK(refusal->header("WWW-Authenticate"));
        }
    }
    CHECK(access.refusal({}, false));
    CHECK_FALSE(access.refusal({}, true));
}

TEST_CASE("a server of this machine alone answers to its names alone") {
    const Access access({.only_local_names = true});
    for (const std::string host : {"localhost", "localhost:8080", "LOCALHOST.", "127.0.0.1:8080", "127.1.2.3",
                                   "[::1]:8080", "news.localhost:1"}) {
        CAPTURE(host);
        CHECK_FALSE(access.refusal(with_header("Host", host), false));
    }
    for (const std::string host : {"", "example.org", "127.0.0.1.example.org", "localhost.example.org", "10.0.0.1",
                                   "notlocalhost", "[::2]", "127.evil"}) {
        CAPTURE(host);
        const auto refusal = access.refusal(with_header("Host", host), true);
        REQUIRE(refusal);
        CHECK(refusal->status == 421);
    }
}

TEST_CASE("pages of another origin read answers only where that was said") {
    http::Response response;
    Access({}).add_cors(with_header("Origin", "https://a.example"), response);
    CHECK(response.headers.empty());
    const Access one({.cors_origin = "https://a.example"});
    one.add_cors(with_header("Origin", "https://b.example"), response);
    CHECK(response.headers.empty());
    one.add_cors(with_header("Origin", "https://a.example"), response);
    CHECK(response.header("Access-Control-Allow-Origin") == "https://a.example");
    http::Response open;
    Access({.cors_origin = "*"}).add_cors(with_header("Origin", "https://b.example"), open);
    CHECK(open.header("Access-Control-Allow-Origin") == "*");
}

TEST_CASE("tokens are read a line each") {
    const tests::TempDir folder;
    CHECK(read_tokens(folder.write("two", "0123456789abcdef\r\n\nfedcba9876543210 \n")) ==
          std::vector<std::string>{"0123456789abcdef", "fedcba9876543210"});
    CHECK_THROWS_AS(read_tokens(folder.write("none", "\n\n")), UsageError);
    CHECK_THROWS_AS(read_tokens(folder.write("short", "secret\n")), UsageError);
    CHECK_THROWS_AS(read_tokens(folder.path() / "missing"), IoError);
}

}  // namespace
}  // namespace dateline
