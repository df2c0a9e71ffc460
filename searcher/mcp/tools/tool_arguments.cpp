#include "searcher/mcp/tools/tool_arguments.h"

#include "searcher/requests/requests.h"

namespace dateline::mcp {

Argument id_argument() {
    return {.parameter = {.name = "id", .help = "The article's id, as results have it"}, .required = true};
}

std::vector<Argument> search_arguments(std::initializer_list<std::string_view> parameters) {
    std::vector<Argument> arguments = arguments_from(search_parameters(), parameters);
    arguments.insert(arguments.begin(),
                     {.parameter = {.name = "query", .help = "What to find, in the query language"}, .required = true});
    return arguments;
}

Request search_request(const ToolContext& context, const ParameterValues& values) {
    return with_defaults(context, dateline::search_request(values, values.text_or("query", "")));
}

Request with_defaults(const ToolContext& context, Request request) {
    request.synonyms = context.defaults.synonyms;
    request.aliases = context.defaults.aliases;
    request.timeout = context.defaults.timeout;
    request.cancelled = context.defaults.cancelled;
    return request;
}

}  // namespace dateline::mcp
