#include "searcher/mcp/tools/registry.h"
#include "searcher/mcp/tools/result_values.h"
#include "searcher/mcp/tools/tool_arguments.h"

namespace dateline::mcp {
namespace {

constexpr std::size_t usual_values = 10;
constexpr std::size_t most_values = 1000;

Json to_json(const Facet& facet) {
    Json json{{"name", facet.name}, {"values", dateline::to_json(facet.values)}};
    if (facet.rest.values > 0) json["left_out"] = dateline::to_json(facet.rest);
    return json;
}

Json count_by_facets(const ToolContext& context, const ParameterValues& values) {
    Request request = search_request(context, values);
    request.limit = 0;
    const ResultPage page = context.searcher.search(request);
    Json answer = answer_values(page);
    answer["facets"] = Json::array();
    for (const Facet& facet : page.facets) answer["facets"].push_back(to_json(facet));
    return answer;
}

std::vector<Argument> arguments_of_facets() {
    auto arguments = search_arguments({"facet", "facet-limit", "facet-order", "match", "zone"});
    arguments[1].required = true;
    limit_argument(arguments, "facet-limit", usual_values, most_values);
    return arguments;
}

Json left_out_schema() {
    return object_schema({{"values", count_schema("further values")}, {"count", count_schema("the sum of theirs")}});
}

Json facets_schema() {
    const Json value = object_schema({
        {"value", or_null(text_schema("null for articles that have none"))},
        {"count", count_schema("articles")},
        {"below", list_schema({{"type", "object"}}, "of a nested facet: the same articles by its next name"), false},
        {"left_out", left_out_schema(), false},
    });
    return object_schema(
        {{"name", text_schema({})}, {"values", list_schema(value, {})}, {"left_out", left_out_schema(), false}});
}

Json output_schema_of_facets() {
    std::vector<Property> properties = answer_properties();
    properties.push_back({"facets", list_schema(facets_schema(), "in the order asked for")});
    return object_schema(properties);
}

}  // namespace

Tool facets_tool() {
    return {.name = "facets",
            .title = "Count matches by a property",
            .description =
                "Counts the articles that match a query by source, section, year, author and the like; counts are "
                "exact, not estimated. Names may be nested, as in section>year.",
            .arguments = arguments_of_facets(),
            .output_schema = output_schema_of_facets(),
            .call = count_by_facets};
}

}  // namespace dateline::mcp
