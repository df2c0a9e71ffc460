#include "searcher/server/openapi.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "searcher/requests/requests.h"
#include "tests/searcher_server/json_schema.h"
#include "tests/searcher_server/served_corpus.h"

namespace dateline {
namespace {

using tests::ServedCorpus;

std::string path_of(std::string pattern) {
    if (const std::size_t dots = pattern.find("..."); dots != std::string::npos) pattern.erase(dots, 3);
    return pattern;
}

TEST_CASE("every route is in the document, with every parameter, and nothing else is") {
    ServedCorpus served;
    const Json document = served.json("/api/openapi.json");
    std::set<std::string> paths;
    for (const Route& route : served.service().router().routes()) {
        CAPTURE(route.pattern);
        const std::string path = path_of(route.pattern);
        paths.insert(path);
        REQUIRE(document["paths"].contains(path));
        const Json& operation = document["paths"][path]["get"];
        std::set<std::string> described;
        const Json parameters = operation.value("parameters", Json::array());
        for (const Json& parameter : parameters) {
            if (parameter["in"] == "query") described.insert(parameter["name"].get<std::string>());
        }
        std::set<std::string> taken;
        for (const Parameter& parameter : route.parameters) taken.insert(parameter.name);
        CHECK(described == taken);
        for (const std::string& type : route.answers) CHECK(operation["responses"]["200"]["content"].contains(type));
    }
    CHECK(document["paths"].size() == paths.size());
}

TEST_CASE("every parameter that the document has is taken, with its default and each of its choices") {
    ServedCorpus served;
    for (const Route& route : served.service().router().routes()) {
        for (const Parameter& parameter : route.parameters) {
            CAPTURE(route.pattern);
            CAPTURE(parameter.name);
            std::vector<std::string> values = parameter.choices;
            if (!parameter.default_value.empty()) values.push_back(parameter.default_value);
            if (parameter.kind == ParameterKind::flag) values = {"1", "true", "0", "false"};
            for (const std::string& value : values) {
                std::string path = path_of(route.pattern);
                if (const std::size_t brace = path.find('{'); brace != std::string::npos)
                    path = path.substr(0, brace) + (path.substr(brace) == "{name}" ? "zett" : "ec-2020-0605-1");
                CAPTURE(value);
                std::string query = parameter.name + "=" + value;
                for (const Parameter& other : route.parameters) {
                    if (other.is_required) query += "&" + other.name + "=japan";
                }
                CHECK(served.get(path + "?" + query).status == 200);
            }
        }
    }
}

TEST_CASE("every answer is what its schema says, and every member that a schema has is in an answer") {
    ServedCorpus served;
    const Json document = served.json("/api/openapi.json");
    tests::SchemaCheck check(document);
    const std::vector<std::string> targets{
        "/healthz",
        "/api/openapi.json",
        "/api/search?q=%22abducted+citizens%22&facet=year%3Emonth&facet-limit=1&facet=section&timeline=month",
        "/api/search?q=pyongyng",
        "/api/search?q=date:2012",
        "/api/facets?q=japan&facet-limit=2",
        "/api/timeline?q=japan&timeline=day",
        "/api/articles/ec-2020-0605-1",
        "/api/articles/named-1",
        "/api/articles/ec-2020-0605-1?query=megumi",
        "/api/similar/ec-2020-0605-1",
        "/api/entities/zett?query=zett",
        "/api/told?q=zett",
        "/api/suggest?prefix=north+kor",
    };
    for (const std::string& target : targets) {
        CAPTURE(target);
        const http::Response response = served.get(target);
        REQUIRE(response.status == 200);
        const std::string path = target.substr(0, target.find('?'));
        const Route* const route = served.service().router().find("GET", path).route;
        CHECK(fmt::format("{}", fmt::join(check.complaints(Json::parse(response.body), route->schema), "; ")) == "");
    }
    for (const std::string target : {"/nowhere", "/api/search?q=titel:x"}) {
        CAPTURE(target);
        CHECK(fmt::format("{}", fmt::join(check.complaints(served.json(target), "Problem"), "; ")) == "");
    }
    CHECK(fmt::format("{}", fmt::join(check.never_seen(), " ")) == "");
}

TEST_CASE("the parameters of a search are those of the command line, and few more") {
    ServedCorpus served;
    const Route* const route = served.service().router().find("GET", "/api/search").route;
    std::set<std::string> more{"q", "revision", "format"};
    for (const Parameter& parameter : route->parameters) {
        if (more.erase(parameter.name) > 0) continue;
        CHECK(dateline::parameter(search_parameters(), parameter.name).help == parameter.help);
    }
    CHECK(more.empty());
}

}  // namespace
}  // namespace dateline
