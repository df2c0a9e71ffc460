#include "searcher/mcp/tools/registry.h"
#include "searcher/mcp/tools/result_values.h"
#include "searcher/mcp/tools/tool_arguments.h"

namespace dateline::mcp {
namespace {

constexpr std::size_t usual_results = 5;
constexpr std::size_t most_results = 50;
constexpr std::size_t most_passed_over = 10'000;

Json search_news(const ToolContext& context, const ParameterValues& values) {
    const ResultPage page = context.searcher.search(search_request(context, values));
    Json answer = answer_values(page);
    answer["results"] = results_of(page, context.searcher);
    const std::uint64_t shown = page.offset + page.results.size();
    if (shown < page.total && !page.results.empty()) answer["next_offset"] = shown;
    if (page.suggestion) answer["suggestion"] = {{"query", page.suggestion->query}, {"total", page.suggestion->total}};
    return answer;
}

std::vector<Argument> arguments_of_search() {
    auto arguments = search_arguments({"limit", "offset", "sort", "match", "zone", "recency", "expand"});
    limit_argument(arguments, "limit", usual_results, most_results);
    limit_argument(arguments, "offset", 0, most_passed_over);
    return arguments;
}

Json output_schema_of_search() {
    std::vector<Property> properties = answer_properties();
    properties.push_back({"results", results_schema()});
    properties.push_back({"next_offset", count_schema("offset of the next results, where there are more"), false});
    properties.push_back({"suggestion",
                          object_schema({{"query", text_schema("another spelling, not searched yet")},
                                         {"total", count_schema("articles it finds")}}),
                          false});
    return object_schema(properties);
}

}  // namespace

Tool search_news_tool() {
    return {.name = "search_news",
            .title = "Search news articles",
            .description =
                "Finds articles by words, exact phrases, fields and dates. Each result has id, title, date of "
                "publication and the passage that answers best, with its place, so that it can be quoted exactly. "
                "total counts all matches; with limit 0 there is only the count.",
            .arguments = arguments_of_search(),
            .output_schema = output_schema_of_search(),
            .call = search_news};
}

}  // namespace dateline::mcp
