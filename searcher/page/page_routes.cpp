#include "searcher/page/page_routes.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <sstream>
#include <string_view>

#include "searcher/output/citation.h"
#include "searcher/output/registry.h"
#include "searcher/page/assets.h"
#include "searcher/page/page_address.h"
#include "searcher/page/pages.h"
#include "searcher/page/result_facts.h"
#include "searcher/server/problem.h"
#include "searcher/server/search_calls.h"

namespace dateline::page {
namespace {

constexpr int see_other = 303;

http::Response response_of(const Page& page) {
    return http::make_response(page.status, "text/html; charset=utf-8", page.html);
}

http::Response moved_to(const std::string& address) {
    http::Response response;
    response.status = see_other;
    response.headers.emplace_back("Location", address);
    return response;
}

/// Settings as they were given, whether they are ones or not: a page says what is wrong with them. Defaults are left
/// out, so that one state has one address.
PageAddress page_of(const Call& call) {
    PageAddress page{.query = call.values.text_or("q", "")};
    for (const Parameter& setting : page_settings()) {
        const std::string value = call.values.text_or(setting.name, "");
        if (!value.empty() && value != setting.default_value) page.settings[setting.name] = value;
    }
    const std::string offset = call.values.text_or("offset", "");
    std::from_chars(offset.data(), offset.data() + offset.size(), page.offset);
    return page;
}

AskingRules rules_of(const Call& call) {
    const Request limits = call.engine.prepared(Request{});
    return {limits.synonyms, limits.aliases, limits.timeout, limits.cancelled};
}

http::Response results(Call& call) {
    const PageAddress page = page_of(call);
    const std::string from = call.values.text_or("from", "");
    const std::string to = call.values.text_or("to", "");
    if (call.values.has("from") || call.values.has("to")) return moved_to(address_with_period(page, from, to));
    return response_of(results_page(call.engine.searcher(), page, rules_of(call)));
}

http::Response article(Call& call) {
    return response_of(
        article_page(call.engine.searcher(), page_of(call), call.values.text_or("id", ""), rules_of(call)));
}

std::string_view ending_of(std::string_view format) {
    if (format == "bibtex") return "bib";
    if (format == "csl-json") return "json";
    return format;
}

http::Response cite(Call& call) {
    const auto article = call.engine.searcher().show(call.values.text_or("id", ""));
    if (!article) throw ProblemError(404, "the index has no article with this id");
    ResultPage cited;
    cited.total = 1;
    cited.results.push_back(result_of(*article));
    const std::string format = call.values.text_or("format", "bibtex");
    http::Response response = page_response(call, {.limit = 0}, cited, format);
    response.set_header("Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"",
                                                           citation_key(cited.results.front()), ending_of(format)));
    return response;
}

http::Response asset(Call& call) {
    const Asset* found = asset_at(call.request.path);
    if (found == nullptr) throw ProblemError(404, fmt::format("there is nothing at {}", call.request.path));
    http::Response response = http::make_response(200, std::string(found->media_type), std::string(found->bytes));
    response.set_header("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

/// Any text will do for each: what is wrong with one is said by the page, not by a problem document.
std::vector<Parameter> texts(std::initializer_list<std::string_view> names) {
    std::vector<Parameter> parameters;
    for (const std::string_view name : names)
        parameters.push_back({.name = std::string(name), .help = "", .choices = {}});
    for (const Parameter& setting : page_settings())
        parameters.push_back({.name = setting.name, .help = "", .choices = {}});
    return parameters;
}

std::vector<Parameter> cite_parameters() {
    Parameter format{.name = "format", .kind = ParameterKind::choice, .help = "How it is written", .choices = {}};
    format.choices = {"bibtex", "ris", "csl-json"};
    format.default_value = "bibtex";
    return {{.name = "id", .help = "The article", .value_name = "ID", .choices = {}}, format};
}

Route html_route(std::string pattern, RouteHandler handler, std::string kind, std::vector<Parameter> parameters) {
    return {
        .method = "GET",
        .pattern = std::move(pattern),
        .handler = std::move(handler),
        .kind = std::move(kind),
        .parameters = std::move(parameters),
        .answers = {"text/html"},
        .is_lenient = true,
        .is_in_openapi = false,
    };
}

}  // namespace

std::vector<Route> page_routes() {
    return {
        html_route("/", results, "page", texts({"q", "offset", "from", "to"})),
        html_route("/article", article, "article page", texts({"q", "offset", "id"})),
        {
            .method = "GET",
            .pattern = "/cite",
            .handler = cite,
            .kind = "cite",
            .summary = "One article for a bibliography",
            .parameters = cite_parameters(),
            .answers = {"application/x-bibtex", "application/x-research-info-systems",
                        "application/vnd.citationstyles.csl+json"},
        },
        {
            .method = "GET",
            .pattern = "/assets/{file...}",
            .handler = asset,
            .kind = "asset",
            .summary = "A file of the page",
            .answers = {"text/css", "text/javascript", "image/svg+xml"},
            .is_cached = false,
            .is_open = true,
            .is_in_openapi = false,
        },
    };
}

}  // namespace dateline::page
