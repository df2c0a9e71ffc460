#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "searcher/mcp/tools/registry.h"
#include "searcher/mcp/tools/result_values.h"
#include "searcher/mcp/tools/tool_arguments.h"

namespace dateline::mcp {
namespace {

constexpr std::array<std::string_view, 4> units{"day", "week", "month", "year"};
/// More rows than these are counted by the next longer unit.
constexpr std::size_t most_rows = 400;

std::string_view next_longer(std::string_view unit) {
    const auto* found = std::find(units.begin(), units.end(), unit);
    return found == units.end() || found + 1 == units.end() ? std::string_view{} : found[1];
}

ResultPage count_over_time(const ToolContext& context, const Request& asked) {
    Request request = asked;
    ResultPage page = context.searcher.search(request);
    while (page.timeline && page.timeline->rows.size() > most_rows && !next_longer(request.timeline).empty()) {
        request.timeline = next_longer(request.timeline);
        page = context.searcher.search(request);
    }
    if (request.timeline != asked.timeline) {
        page.notes.push_back(
            fmt::format("By {} these would be more than {} rows; a shorter time, such as "
                        "date:2012, has fewer.",
                        asked.timeline, most_rows));
    }
    return page;
}

Json show_over_time(const ToolContext& context, const ParameterValues& values) {
    Request request = search_request(context, values);
    request.limit = 0;
    const ResultPage page = count_over_time(context, request);
    Json answer = answer_values(page);
    if (page.timeline) answer.update(to_json(*page.timeline));
    return answer;
}

std::vector<Argument> arguments_of_timeline() {
    auto arguments = search_arguments({"timeline", "match", "zone"});
    arguments[1].parameter.default_value = "year";
    return arguments;
}

Json row_schema() {
    return object_schema({{"first", text_schema("the period; of a gap its first")},
                          {"last", text_schema("of a gap its last period, else the same")},
                          {"periods", count_schema("more than one only in a gap, which has no articles")},
                          {"count", count_schema("articles")}});
}

Json counted_value_schema() { return object_schema({{"value", text_schema({})}, {"count", count_schema("articles")}}); }

Json output_schema_of_timeline() {
    std::vector<Property> properties = answer_properties();
    properties.push_back({"unit", text_schema("day, week, month or year")});
    properties.push_back({"zone", text_schema("whose days count")});
    properties.push_back({"peak", or_null(counted_value_schema())});
    properties.push_back({"rows", list_schema(row_schema(), "by time, from the first article to the last")});
    properties.push_back({"less_exact", list_schema(counted_value_schema(), "dates known less closely than the unit")});
    properties.push_back({"undated", count_schema("matches without a date")});
    return object_schema(properties);
}

}  // namespace

Tool timeline_tool() {
    return {.name = "timeline",
            .title = "Count matches over time",
            .description = fmt::format(
                "Counts the articles that match a query by day, week, month or year of publication, with peak and "
                "gaps. Of more than {} rows the next longer unit is taken, and notes say so.",
                most_rows),
            .arguments = arguments_of_timeline(),
            .output_schema = output_schema_of_timeline(),
            .call = show_over_time};
}

}  // namespace dateline::mcp
