#include "searcher/mcp/tools/registry.h"
#include "searcher/mcp/tools/result_values.h"
#include "searcher/mcp/tools/tool_arguments.h"
#include "searcher/requests/requests.h"

namespace dateline::mcp {
namespace {

constexpr std::size_t usual_similar = 5;
constexpr std::size_t most_similar = 50;

Json similar_articles(const ToolContext& context, const ParameterValues& values) {
    SimilarRequest request = similar_request(values, values.text_or("id", ""));
    request.timeout = context.defaults.timeout;
    request.cancelled = context.defaults.cancelled;
    const ResultPage page = context.searcher.similar(request);
    return {{"id", page.query}, {"notes", page.notes}, {"results", results_of(page, context.searcher)}};
}

std::vector<Argument> arguments_of_similar() {
    auto arguments = arguments_from(similar_parameters(), {"limit", "before-it"});
    limit_argument(arguments, "limit", usual_similar, most_similar);
    arguments.insert(arguments.begin(), id_argument());
    return arguments;
}

}  // namespace

Tool similar_articles_tool() {
    return {.name = "similar_articles",
            .title = "Find related articles",
            .description =
                "Articles related to one, best first, each with a quotable passage; near copies of it are left out.",
            .arguments = arguments_of_similar(),
            .output_schema = object_schema(
                {{"id", text_schema({})}, {"notes", list_schema(text_schema({}), {})}, {"results", results_schema()}}),
            .call = similar_articles};
}

}  // namespace dateline::mcp
