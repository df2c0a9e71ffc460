#include "searcher/server/search_calls.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "common/error.h"
#include "searcher/output/registry.h"
#include "searcher/requests/requests.h"
#include "searcher/server/api_routes.h"
#include "searcher/server/problem.h"

namespace dateline {
namespace {

Parameter format_parameter() {
    Parameter parameter{
        .name = "format",
        .kind = ParameterKind::choice,
        .help = "How the answer is written",
        .choices = {},
        .default_value = "json",
    };
    for (const OutputFormat& format : output_formats()) {
        if (format.name != "text") parameter.choices.emplace_back(format.name);
    }
    return parameter;
}

/// The address of the next page, from this one's.
std::string next_page(const Call& call, const Request& request) {
    std::string address = call.request.path;
    char separator = '?';
    const auto add = [&](std::string_view name, std::string_view value) {
        address += fmt::format("{}{}={}", separator, http::escape_parameter(name), http::escape_parameter(value));
        separator = '&';
    };
    for (const auto& [name, value] : call.request.parameters) {
        if (name != "offset" && name != "revision") add(name, value);
    }
    add("offset", std::to_string(request.offset + request.limit));
    add("revision", std::to_string(call.engine.revision()));
    return address;
}

}  // namespace

std::vector<Parameter> with_query(std::span<const Parameter> shared) {
    std::vector<Parameter> table{{
        .name = "q",
        .help = "What to find, in the query language",
        .value_name = "QUERY",
        .choices = {},
        .is_required = true,
    }};
    table.insert(table.end(), shared.begin(), shared.end());
    return table;
}

void check_count(std::string_view parameter, std::size_t count) {
    if (count > most_results_shown)
        throw UsageError(fmt::format("{}: at most {} results come at once", parameter, most_results_shown));
}

std::vector<Parameter> http_search_parameters() {
    std::vector<Parameter> table = with_query(search_parameters());
    table.push_back({
        .name = "revision",
        .kind = ParameterKind::count,
        .help = "Answer from this revision of the index or not at all (410): so pages of one answer fit each other",
        .value_name = "N",
        .choices = {},
    });
    table.push_back(format_parameter());
    return table;
}

std::vector<Parameter> http_search_parameters_without(std::initializer_list<std::string_view> names) {
    std::vector<Parameter> table = http_search_parameters();
    std::erase_if(table, [&](const Parameter& parameter) {
        return std::find(names.begin(), names.end(), parameter.name) != names.end();
    });
    return table;
}

Request search_request_of(const Call& call) {
    const ParameterValues& values = call.values;
    Request request = call.engine.prepared(search_request(values, values.text_or("q", "")));
    check_count("limit", request.limit);
    if (request.offset > most_paged_results - request.limit) {
        throw UsageError(
            fmt::format("offset: pages end at result {}; /api/export gives all of them", most_paged_results));
    }
    const auto revision = values.count("revision");
    if (revision && *revision != call.engine.revision()) {
        throw ProblemError(410,
                           fmt::format("the index is at revision {} and no longer at {}: begin with the first page "
                                       "again",
                                       call.engine.revision(), *revision));
    }
    return request;
}

std::string media_type_of(std::string_view format) {
    struct Row {
        std::string_view format;
        std::string_view type;
    };
    static constexpr std::array rows{
        Row{"json", "application/json"},
        Row{"jsonl", "application/jsonl; charset=utf-8"},
        Row{"csv", "text/csv; charset=utf-8"},
        Row{"atom", "application/atom+xml"},
        Row{"csl-json", "application/vnd.citationstyles.csl+json"},
        Row{"bibtex", "application/x-bibtex; charset=utf-8"},
        Row{"ris", "application/x-research-info-systems; charset=utf-8"},
    };
    const auto* const found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.format == format; });
    return found == rows.end() ? "text/plain; charset=utf-8" : std::string(found->type);
}

http::Response page_response(const Call& call, const Request& request, const ResultPage& page) {
    return page_response(call, request, page, call.values.text_or("format", "json"));
}

http::Response page_response(const Call& call, const Request& request, const ResultPage& page,
                             const std::string& format) {
    std::ostringstream out;
    make_output(format)->write(page, {}, out);
    http::Response response = http::make_response(200, media_type_of(format), std::move(out).str());
    const std::uint64_t shown = request.offset + page.results.size();
    if (request.limit > 0 && shown < page.total && shown + request.limit <= most_paged_results)
        response.headers.emplace_back("Link", fmt::format("<{}>; rel=\"next\"", next_page(call, request)));
    response.headers.emplace_back("Dateline-Total", std::to_string(page.total));
    return response;
}

}  // namespace dateline
