#include "searcher/server/api_routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "common/error.h"
#include "searcher/article_view.h"
#include "searcher/completion_view.h"
#include "searcher/entity_view.h"
#include "searcher/requests/requests.h"
#include "searcher/server/export_route.h"
#include "searcher/server/opensearch.h"
#include "searcher/server/problem.h"
#include "searcher/server/search_calls.h"
#include "searcher/told_view.h"

namespace dateline {
namespace {

http::Response search(Call& call) {
    const Request request = search_request_of(call);
    return page_response(call, request, call.engine.searcher().search(request));
}

http::Response facets(Call& call) {
    Request request = search_request_of(call);
    request.limit = 0;
    if (request.facets.empty()) request.facets = {"year", "section", "source", "language"};
    return page_response(call, request, call.engine.searcher().search(request));
}

http::Response timeline(Call& call) {
    Request request = search_request_of(call);
    request.limit = 0;
    if (request.timeline.empty()) request.timeline = "month";
    return page_response(call, request, call.engine.searcher().search(request));
}

http::Response article(Call& call) {
    const std::string& id = call.path.at("id");
    Searcher& searcher = call.engine.searcher();
    const auto marked = call.values.has("query") ? searcher.mark(call.engine.prepared(mark_request(call.values)), id)
                                                 : searcher.show(id);
    if (!marked) throw ProblemError(404, fmt::format("the index has no article with id {}", id));
    return http::make_response(200, "application/json", article_as_json(*marked) + "\n");
}

http::Response similar(Call& call) {
    const std::string& id = call.path.at("id");
    if (!call.engine.searcher().show(id))
        throw ProblemError(404, fmt::format("the index has no article with id {}", id));
    const SimilarRequest request = call.engine.prepared(similar_request(call.values, id));
    check_count("limit", request.limit);
    return page_response(call, {.limit = 0}, call.engine.searcher().similar(request));
}

http::Response entity(Call& call) {
    const EntityRequest request = call.engine.prepared(entity_request(call.values, call.path.at("name")));
    check_count("companions", request.companions);
    const auto profile = call.engine.searcher().entity(request);
    if (!profile) throw ProblemError(404, fmt::format("these articles name nothing that is called {}", request.name));
    return http::make_response(200, "application/json", entity_as_json(*profile) + "\n");
}

http::Response told(Call& call) {
    const Request request = call.engine.prepared(told_request(call.values, call.values.text_or("q", "")));
    check_count("limit", request.limit);
    const ToldTimeline told = call.engine.searcher().told_timeline(request, told_order(call.values));
    return http::make_response(200, "application/json", told_as_json(told) + "\n");
}

http::Response suggest(Call& call) {
    const auto begin = std::chrono::steady_clock::now();
    const std::string typed = call.values.text("prefix").value();
    const std::size_t limit = std::min(suggest_limit(call.values), std::size_t{100});
    const auto completions = call.engine.completer().complete(typed, limit);
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - begin;
    return http::make_response(200, "application/json", completions_as_json(typed, completions, elapsed.count()));
}

std::vector<Parameter> suggest_table() {
    std::vector<Parameter> table{{
        .name = "prefix",
        .help = "What has been typed; its last word is completed",
        .value_name = "TEXT",
        .choices = {},
        .is_required = true,
    }};
    const auto shared = suggest_parameters();
    table.insert(table.end(), shared.begin(), shared.end());
    return table;
}

std::vector<Parameter> copied(std::span<const Parameter> table) { return {table.begin(), table.end()}; }

std::vector<std::string> media_types_of_pages() {
    std::vector<std::string> types;
    const std::vector<Parameter> table = http_search_parameters();
    for (const std::string& format : parameter(table, "format").choices) {
        std::string type = media_type_of(format);
        types.push_back(type.substr(0, type.find(';')));
    }
    return types;
}

}  // namespace

std::vector<Route> api_routes() {
    return {
        {
            .method = "GET",
            .pattern = "/api/search",
            .handler = search,
            .kind = "search",
            .summary = "Find articles",
            .parameters = http_search_parameters(),
            .answers = media_types_of_pages(),
            .schema = "ResultPage",
        },
        {
            .method = "GET",
            .pattern = "/api/facets",
            .handler = facets,
            .kind = "facets",
            .summary = "Count the matches of a query by fields; without `facet` by year, section, source and language",
            .parameters = http_search_parameters_without(
                {"limit", "offset", "no-snippets", "sort", "recency", "expand", "timeline", "format"}),
            .answers = {"application/json"},
            .schema = "ResultPage",
        },
        {
            .method = "GET",
            .pattern = "/api/timeline",
            .handler = timeline,
            .kind = "timeline",
            .summary = "Show the matches of a query over time; without `timeline` by month",
            .parameters = http_search_parameters_without({"limit", "offset", "no-snippets", "sort", "recency", "expand",
                                                          "facet", "facet-order", "facet-limit", "format"}),
            .answers = {"application/json"},
            .schema = "ResultPage",
        },
        {
            .method = "GET",
            .pattern = "/api/articles/{id...}",
            .handler = article,
            .kind = "article",
            .summary = "One article; with `query` marked with what satisfies it",
            .parameters = copied(show_parameters()),
            .answers = {"application/json"},
            .schema = "Article",
        },
        {
            .method = "GET",
            .pattern = "/api/similar/{id...}",
            .handler = similar,
            .kind = "similar",
            .summary = "Articles related to one",
            .parameters = copied(similar_parameters()),
            .answers = {"application/json"},
            .schema = "ResultPage",
        },
        {
            .method = "GET",
            .pattern = "/api/entities/{name...}",
            .handler = entity,
            .kind = "entity",
            .summary = "What is known of a person, organization, place or other thing: how often, when, with whom",
            .parameters = copied(entity_parameters()),
            .answers = {"application/json"},
            .schema = "EntityProfile",
        },
        {
            .method = "GET",
            .pattern = "/api/told",
            .handler = told,
            .kind = "told",
            .summary = "What the matches of a query say happened when, each time with its best sentence",
            .parameters = with_query(told_parameters()),
            .answers = {"application/json"},
            .schema = "ToldTimeline",
        },
        {
            .method = "GET",
            .pattern = "/api/suggest",
            .handler = suggest,
            .kind = "suggest",
            .summary = "Complete what has been typed of a query",
            .parameters = suggest_table(),
            .answers = {"application/json"},
            .schema = "Suggestions",
        },
        export_route(),
        feed_route(),
        opensearch_route(),
    };
}

}  // namespace dateline
