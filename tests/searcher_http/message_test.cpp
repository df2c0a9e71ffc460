#include "searcher/http/message.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/error.h"

namespace dateline::http {
namespace {

TEST_CASE("a target is taken apart into path and parameters") {
    struct Row {
        std::string target;
        std::string path;
        Pairs parameters;
    };
    const std::vector<Row> rows{
        {"/", "/", {}},
        {"/api/search?q=a", "/api/search", {{"q", "a"}}},
        {"/a%20b/c%2Fd?", "/a b/c/d", {}},
        {"/?q=a+b%2Bc&&x&y=&q=2", "/", {{"q", "a b+c"}, {"x", ""}, {"y", ""}, {"q", "2"}}},
        {"/?a=b=c?d", "/", {{"a", "b=c?d"}}},
        {"/?q=%E4%B8%AD%e6%96%87", "/", {{"q", "中文"}}},
        {"/?q=%0d%0aSet-Cookie:%20a", "/", {{"q", "\r\nSet-Cookie: a"}}},
        {"/../%2e%2e/etc/passwd", "/../../etc/passwd", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.target);
        Request request;
        read_target(row.target, request);
        CHECK(request.path == row.path);
        CHECK(request.parameters == row.parameters);
        CHECK(request.target == row.target);
    }
}

TEST_CASE("what is no target is refused") {
    for (const std::string target : {"", "a", "http://example.org/", "*", "/%", "/%4", "/%zz", "/?q=%", "/%ff",
                                     "/?q=%C0%AF", "/%00", "/?q=a%00b", "/a%0d%0ab", "/?q=%ED%A0%80", "/%+1", "/%-1"}) {
        CAPTURE(target);
        Request request;
        CHECK_THROWS_AS(read_target(target, request), UsageError);
    }
}

TEST_CASE("what is escaped for an address is read back") {
    const std::string text = "a b&c=d+e%\"<>#?/\\ü中\x01";
    Request request;
    read_target("/?q=" + escape_parameter(text), request);
    CHECK(request.parameter("q") == text);
}

TEST_CASE("headers are found whatever the case of their names") {
    Request request;
    request.headers = {{"If-None-Match", "x"}};
    CHECK(request.header("if-none-match") == "x");
    CHECK(request.header("If-Match") == std::nullopt);
    Response response = make_response(200, "text/plain", "");
    response.set_header("content-type", "text/html");
    CHECK(response.headers.size() == 1);
    CHECK(response.header("Content-Type") == "text/html");
}

}  // namespace
}  // namespace dateline::http
