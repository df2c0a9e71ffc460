#include "searcher/server/router.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace dateline {
namespace {

Router some_router() {
    const auto route = [](std::string method, std::string pattern) {
        Route row;
        row.method = std::move(method);
        row.pattern = pattern;
        row.kind = std::move(pattern);
        return row;
    };
    return Router({route("GET", "/"), route("GET", "/a"), route("POST", "/a"), route("GET", "/a/{id}"),
                   route("GET", "/a/{id}/b"), route("GET", "/files/{path...}"), route("GET", "/a/{x}/{y}")});
}

TEST_CASE("a path finds the first pattern that fits, and what stands for its names") {
    struct Row {
        std::string path;
        std::string pattern;  ///< empty: none
        std::map<std::string, std::string> values;
    };
    const std::vector<Row> rows{
        {"/", "/", {}},
        {"/a", "/a", {}},
        {"/a/", "", {}},
        {"/b", "", {}},
        {"", "", {}},
        {"/a/1", "/a/{id}", {{"id", "1"}}},
        {"/a/1/b", "/a/{id}/b", {{"id", "1"}}},
        {"/a/1/c", "/a/{x}/{y}", {{"x", "1"}, {"y", "c"}}},
        {"/a/1/b/c", "", {}},
        {"/a/../b", "/a/{id}/b", {{"id", ".."}}},
        {"/files/https://example.org/x", "/files/{path...}", {{"path", "https://example.org/x"}}},
        {"/files/", "", {}},
    };
    const Router router = some_router();
    for (const Row& row : rows) {
        CAPTURE(row.path);
        const Router::Found found = router.find("GET", row.path);
        CHECK((found.route == nullptr ? "" : found.route->pattern) == row.pattern);
        if (found.route != nullptr) CHECK(found.path == row.values);
    }
}

TEST_CASE("a path that knows other methods says which") {
    const Router router = some_router();
    CHECK(router.find("HEAD", "/a").route->method == "GET");
    CHECK(router.find("POST", "/a").route->method == "POST");
    CHECK(router.find("DELETE", "/a").allowed == std::vector<std::string>{"GET", "HEAD", "POST"});
    CHECK(router.find("DELETE", "/nowhere").allowed.empty());
}

}  // namespace
}  // namespace dateline
