#include "searcher/mcp/tools/arguments.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "common/error.h"

namespace dateline::mcp {
namespace {

const std::vector<Argument> declared{
    {.parameter = {.name = "query", .help = "What to find"}, .required = true},
    {.parameter = {.name = "facet-limit", .kind = ParameterKind::count, .help = "Most values", .default_value = "3"},
     .most = 10},
    {.parameter = {.name = "sort", .kind = ParameterKind::choice, .choices = {"newest", "oldest"}}},
    {.parameter = {.name = "expand", .kind = ParameterKind::flag}},
    {.parameter = {.name = "facet", .repeats = true}},
};

TEST_CASE("arguments are described as JSON Schema") {
    const Json schema = input_schema(declared);
    CHECK(schema["required"] == Json::array({"query"}));
    CHECK(schema["additionalProperties"] == false);
    CHECK(schema["properties"]["facet_limit"] ==
          Json{{"type", "integer"}, {"description", "Most values"}, {"minimum", 0}, {"maximum", 10}, {"default", 3}});
    CHECK(schema["properties"]["sort"]["enum"] == Json::array({"newest", "oldest"}));
    CHECK(schema["properties"]["facet"]["items"]["type"] == "string");
}

TEST_CASE("values are those given, and defaults") {
    const ParameterValues few = read_arguments(declared, {{"query", "oil"}});
    CHECK(few.text("query") == "oil");
    CHECK(few.count("facet-limit") == 3);
    CHECK_FALSE(few.has("sort"));

    const ParameterValues all = read_arguments(
        declared,
        {{"query", ""}, {"facet_limit", 10}, {"sort", "newest"}, {"expand", true}, {"facet", {"year", "source"}}});
    CHECK(all.count("facet-limit") == 10);
    CHECK(all.flag("expand"));
    CHECK(all.all("facet") == std::vector<std::string>{"year", "source"});
    CHECK_FALSE(read_arguments(declared, {{"query", "oil"}, {"expand", false}, {"sort", nullptr}}).flag("expand"));
}

TEST_CASE("what is not as declared is named") {
    struct Case {
        Json given;
        std::string complaint;
    };
    const std::vector<Case> cases{
        {Json::object(), "query is missing: What to find"},
        {Json::array(), "the arguments are to be a JSON object"},
        {{{"query", 5}}, "query: a string is wanted"},
        {{{"query", "oil"}, {"limit", 5}},
         "there is no argument limit; there are query, facet_limit, sort, expand, facet"},
        {{{"query", "oil"}, {"facet_limit", "5"}}, "facet_limit: a whole number from 0 on is wanted"},
        {{{"query", "oil"}, {"facet_limit", -1}}, "facet_limit: a whole number from 0 on is wanted"},
        {{{"query", "oil"}, {"facet_limit", 1.5}}, "facet_limit: a whole number from 0 on is wanted"},
        {{{"query", "oil"}, {"facet_limit", 11}}, "facet_limit: at most 10 is allowed"},
        {{{"query", "oil"}, {"sort", "best"}}, "sort: one of newest, oldest is wanted"},
        {{{"query", "oil"}, {"expand", 1}}, "expand: true or false is wanted"},
        {{{"query", "oil"}, {"facet", "year"}}, "facet: a list of strings is wanted"},
        {{{"query", "oil"}, {"facet", {1}}}, "facet: a list of strings is wanted"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.given.dump());
        CHECK_THROWS_WITH_AS(read_arguments(declared, one.given), one.complaint.c_str(), UsageError);
    }
}

}  // namespace
}  // namespace dateline::mcp
