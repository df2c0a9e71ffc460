#include "searcher/requests/requests.h"

#include <doctest/doctest.h>

#include <chrono>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/error.h"

namespace dateline {
namespace {

using namespace std::chrono_literals;

ParameterValues values_of(const std::vector<std::pair<std::string, std::string>>& given) {
    ParameterValues values;
    for (const auto& [name, value] : given) values.add(name, value);
    return values;
}

TEST_CASE("a value is checked by its kind") {
    struct Row {
        ParameterKind kind;
        std::string value;
        bool is_right;
    };
    const std::vector<Row> rows{
        {ParameterKind::flag, "1", true},         {ParameterKind::flag, "true", true},
        {ParameterKind::flag, "", true},          {ParameterKind::flag, "0", true},
        {ParameterKind::flag, "yes", false},      {ParameterKind::count, "0", true},
        {ParameterKind::count, "4711", true},     {ParameterKind::count, "", false},
        {ParameterKind::count, "-1", false},      {ParameterKind::count, "1.5", false},
        {ParameterKind::count, "1e3", false},     {ParameterKind::count, "99999999999999999999", false},
        {ParameterKind::choice, "b", true},       {ParameterKind::choice, "c", false},
        {ParameterKind::duration, "2s", true},    {ParameterKind::duration, "0.5s", true},
        {ParameterKind::duration, "500ms", true}, {ParameterKind::duration, "2", false},
        {ParameterKind::duration, "0s", false},   {ParameterKind::duration, "-1s", false},
        {ParameterKind::duration, "nans", false}, {ParameterKind::duration, "1e30s", false},
        {ParameterKind::text, "", true},          {ParameterKind::text, "whatever", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        const Parameter parameter{.name = "x", .kind = row.kind, .help = "", .choices = {"a", "b"}};
        CHECK(complaint(parameter, row.value).empty() == row.is_right);
    }
}

TEST_CASE("times are read") {
    CHECK(read_duration("2s") == 2000ms);
    CHECK(read_duration("1.5s") == 1500ms);
    CHECK(read_duration("250ms") == 250ms);
    CHECK(read_duration("1m") == 60'000ms);
    CHECK(read_duration("1h") == std::nullopt);
}

TEST_CASE("each parameter of a search reaches the request") {
    const Request request = search_request(values_of({{"match", "any"},
                                                      {"sort", "newest"},
                                                      {"limit", "7"},
                                                      {"offset", "3"},
                                                      {"no-snippets", "1"},
                                                      {"facet", "year"},
                                                      {"facet", "section"},
                                                      {"facet-order", "count"},
                                                      {"facet-limit", "5"},
                                                      {"timeline", "month"},
                                                      {"zone", "Europe/Berlin"},
                                                      {"recency", "1d"},
                                                      {"expand", "1"},
                                                      {"timeout", "2s"}}),
                                           "oil");
    CHECK(request.query == "oil");
    CHECK(request.match == MatchMode::any);
    CHECK(request.sort == SortOrder::newest);
    CHECK(request.limit == 7);
    CHECK(request.offset == 3);
    CHECK_FALSE(request.snippets);
    CHECK(request.facets == std::vector<std::string>{"year", "section"});
    CHECK(request.facet_order == FacetOrder::count);
    CHECK(request.facet_limit == 5);
    CHECK(request.timeline == "month");
    CHECK(request.zone == "Europe/Berlin");
    CHECK(request.half_life_seconds == 86'400);
    CHECK(request.expand);
    CHECK(request.timeout == 2000ms);
}

TEST_CASE("each parameter of an entity and of a told timeline reaches the request") {
    const EntityRequest entity = entity_request(values_of({{"type", "place"},
                                                           {"query", "oil"},
                                                           {"companions", "3"},
                                                           {"timeline", "week"},
                                                           {"zone", "Asia/Tokyo"},
                                                           {"timeout", "1s"}}),
                                                "Paris");
    CHECK(entity.name == "Paris");
    CHECK(entity.type == "place");
    CHECK(entity.articles.query == "oil");
    CHECK(entity.articles.zone == "Asia/Tokyo");
    CHECK(entity.articles.timeout == 1000ms);
    CHECK(entity.companions == 3);
    CHECK(entity.unit == "week");
    const ParameterValues values =
        values_of({{"limit", "7"}, {"order", "date"}, {"match", "any"}, {"zone", "Asia/Tokyo"}, {"timeout", "1s"}});
    const Request told = told_request(values, "oil");
    CHECK(told.query == "oil");
    CHECK(told.limit == 7);
    CHECK(told.match == MatchMode::any);
    CHECK(told.zone == "Asia/Tokyo");
    CHECK(told.timeout == 1000ms);
    CHECK(told_order(values) == ToldOrder::date);
}

TEST_CASE("what is not given is as the table says") {
    const Request request = search_request({}, "");
    CHECK(std::to_string(request.limit) == parameter(search_parameters(), "limit").default_value);
    CHECK(std::to_string(request.offset) == parameter(search_parameters(), "offset").default_value);
    CHECK(request.match == MatchMode::automatic);
    CHECK(request.sort == SortOrder::relevance);
    CHECK(request.snippets);
    CHECK_FALSE(request.timeout);
    CHECK(std::to_string(similar_request({}, "x").limit) == parameter(similar_parameters(), "limit").default_value);
    CHECK(std::to_string(entity_request({}, "x").companions) ==
          parameter(entity_parameters(), "companions").default_value);
    CHECK(entity_request({}, "x").unit == parameter(entity_parameters(), "timeline").default_value);
    CHECK(std::to_string(told_request({}, "x").limit) == parameter(told_parameters(), "limit").default_value);
    CHECK(told_order({}) == ToldOrder::support);
    CHECK(std::to_string(suggest_limit({})) == parameter(suggest_parameters(), "limit").default_value);
}

TEST_CASE("a half-life that is none is refused") {
    for (const std::string text : {"", "d", "30", "30x", "-1d", "0d", "infd", "nand"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(search_request(values_of({{"recency", text}}), ""), UsageError);
    }
}

TEST_CASE("each table's rows have a name of their own and a default that passes their check") {
    for (const auto table : {search_parameters(), show_parameters(), similar_parameters(), entity_parameters(),
                             told_parameters(), suggest_parameters()}) {
        for (const Parameter& row : table) {
            CAPTURE(row.name);
            CHECK(&parameter(table, row.name) == &row);
            CHECK_FALSE(row.help.empty());
            CHECK(row.choices.empty() == (row.kind != ParameterKind::choice));
            if (!row.default_value.empty()) CHECK(complaint(row, row.default_value).empty());
        }
    }
}

}  // namespace
}  // namespace dateline
