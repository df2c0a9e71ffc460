#include "searcher/requests/requests.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

#include "common/error.h"

namespace dateline {
namespace {

constexpr std::size_t usual_limit = 10;
constexpr std::size_t usual_times = 20;

const Parameter match_parameter{
    .name = "match",
    .kind = ParameterKind::choice,
    .help = "Which words must occur: all, any, or auto: all, and any where no article has all (--queries: auto is all)",
    .choices = {"auto", "all", "any"},
    .default_value = "auto",
};

const Parameter zone_parameter{
    .name = "zone",
    .kind = ParameterKind::text,
    .help = "Time zone whose days count in dates and facets, such as Europe/Berlin; UTC if not given",
    .value_name = "ZONE",
};

const Parameter timeout_parameter{
    .name = "timeout",
    .kind = ParameterKind::duration,
    .help = "Give up where the answer takes longer: 500ms, 2s, 1m",
    .value_name = "TIME",
};

const Parameter limit_parameter{
    .name = "limit",
    .kind = ParameterKind::count,
    .help = "Most results to show",
    .value_name = "N",
    .default_value = "10",
};

MatchMode match_mode(const ParameterValues& values) {
    const std::string name = values.text_or("match", "auto");
    return name == "all" ? MatchMode::all : name == "any" ? MatchMode::any : MatchMode::automatic;
}

SortOrder sort_order(const ParameterValues& values) {
    const std::string name = values.text_or("sort", "relevance");
    return name == "newest" ? SortOrder::newest : name == "oldest" ? SortOrder::oldest : SortOrder::relevance;
}

FacetOrder facet_order(const ParameterValues& values) {
    const std::string name = values.text_or("facet-order", "auto");
    return name == "count" ? FacetOrder::count : name == "value" ? FacetOrder::value : FacetOrder::natural;
}

/// `30d`, `2w`, `6m`, `1y`: a number and a unit.
double half_life_seconds(std::string_view text) {
    constexpr double day = 86'400;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const double days = unit == "d" ? 1 : unit == "w" ? 7 : unit == "m" ? 365.25 / 12 : unit == "y" ? 365.25 : 0;
    if (error != std::errc{} || days == 0 || !(number > 0) || !std::isfinite(number))
        throw UsageError(fmt::format("--recency {}: a number with d, w, m or y is wanted, such as 30d", text));
    return number * days * day;
}

}  // namespace

std::span<const Parameter> search_parameters() {
    static const std::vector<Parameter> table{
        match_parameter,
        {
            .name = "sort",
            .kind = ParameterKind::choice,
            .help = "Order of the results",
            .choices = {"relevance", "newest", "oldest"},
            .default_value = "relevance",
        },
        limit_parameter,
        {
            .name = "offset",
            .kind = ParameterKind::count,
            .help = "Results to pass over first",
            .value_name = "N",
            .default_value = "0",
        },
        {
            .name = "no-snippets",
            .kind = ParameterKind::flag,
            .help = "Without passages and marks, which take most of the time",
        },
        {
            .name = "facet",
            .kind = ParameterKind::text,
            .help =
                fmt::format("Count the matches by {}; may be repeated, and nested: 'year>month>day', 'section>year'",
                            fmt::join(facet_names(), ", ")),
            .value_name = "NAME",
            .repeats = true,
        },
        {
            .name = "facet-order",
            .kind = ParameterKind::choice,
            .help = "Order of the values: count, the most first; value; or auto: dates by time, others by count",
            .choices = {"auto", "count", "value"},
            .default_value = "auto",
        },
        {
            .name = "facet-limit",
            .kind = ParameterKind::count,
            .help = "Most values of each list; how many more there are, and their sum, is said. All if not given",
            .value_name = "N",
        },
        {
            .name = "timeline",
            .kind = ParameterKind::choice,
            .help = "Show the matches over time, with the peak and the gaps; weeks are ISO's",
            .choices = {"day", "week", "month", "year"},
        },
        zone_parameter,
        {
            .name = "recency",
            .kind = ParameterKind::text,
            .help = "Rank newer articles higher: what is so old counts half as much more as what is new; 30d, 2w, 6m, "
                    "1y",
            .value_name = "HALF-LIFE",
        },
        {
            .name = "expand",
            .kind = ParameterKind::flag,
            .help = "Rank also by the words that the ten best articles share",
        },
        timeout_parameter,
    };
    return table;
}

Request search_request(const ParameterValues& values, std::string query) {
    Request request;
    request.query = std::move(query);
    request.match = match_mode(values);
    request.sort = sort_order(values);
    request.limit = values.count("limit").value_or(usual_limit);
    request.offset = values.count("offset").value_or(0);
    request.snippets = !values.flag("no-snippets");
    request.facets = values.all("facet");
    request.facet_order = facet_order(values);
    request.facet_limit = values.count("facet-limit");
    request.timeline = values.text_or("timeline", "");
    request.zone = values.text_or("zone", "");
    if (const auto recency = values.text("recency")) request.half_life_seconds = half_life_seconds(*recency);
    request.expand = values.flag("expand");
    request.timeout = values.duration("timeout");
    return request;
}

std::span<const Parameter> show_parameters() {
    static const std::vector<Parameter> table{
        {
            .name = "query",
            .kind = ParameterKind::text,
            .help = "Mark what satisfies this query, in all of the article",
            .value_name = "QUERY",
        },
        match_parameter,
        zone_parameter,
        timeout_parameter,
    };
    return table;
}

Request mark_request(const ParameterValues& values) {
    Request request;
    request.query = values.text_or("query", "");
    request.match = match_mode(values);
    request.zone = values.text_or("zone", "");
    request.timeout = values.duration("timeout");
    return request;
}

std::span<const Parameter> similar_parameters() {
    static const std::vector<Parameter> table{
        limit_parameter,
        {
            .name = "before-it",
            .kind = ParameterKind::flag,
            .help = "Only articles published before it",
        },
        timeout_parameter,
    };
    return table;
}

SimilarRequest similar_request(const ParameterValues& values, std::string id) {
    SimilarRequest request;
    request.id = std::move(id);
    request.limit = values.count("limit").value_or(usual_limit);
    request.before_it = values.flag("before-it");
    request.timeout = values.duration("timeout");
    return request;
}

std::span<const Parameter> entity_parameters() {
    static const std::vector<Parameter> table{
        {
            .name = "type",
            .kind = ParameterKind::choice,
            .help = "What it is, where several things have that name",
            .choices = {"person", "org", "place", "misc"},
        },
        {
            .name = "query",
            .kind = ParameterKind::text,
            .help = "Only in articles that match this",
            .value_name = "QUERY",
        },
        {
            .name = "companions",
            .kind = ParameterKind::count,
            .help = "Most names of each type from the same articles",
            .value_name = "N",
            .default_value = "10",
        },
        {
            .name = "timeline",
            .kind = ParameterKind::choice,
            .help = "Its articles by year, month, week or day of publication",
            .choices = {"year", "month", "week", "day"},
            .default_value = "year",
        },
        zone_parameter,
        timeout_parameter,
    };
    return table;
}

EntityRequest entity_request(const ParameterValues& values, std::string name) {
    EntityRequest request;
    request.name = std::move(name);
    request.type = values.text_or("type", "");
    request.articles.query = values.text_or("query", "");
    request.articles.zone = values.text_or("zone", "");
    request.articles.timeout = values.duration("timeout");
    request.companions = values.count("companions").value_or(usual_limit);
    request.unit = values.text_or("timeline", "year");
    return request;
}

std::span<const Parameter> told_parameters() {
    static const std::vector<Parameter> table{
        {
            .name = "limit",
            .kind = ParameterKind::count,
            .help = "Most times to show, the best supported ones",
            .value_name = "N",
            .default_value = "20",
        },
        {
            .name = "order",
            .kind = ParameterKind::choice,
            .help = "The best supported first, or by date",
            .choices = {"support", "date"},
            .default_value = "support",
        },
        match_parameter,
        zone_parameter,
        timeout_parameter,
    };
    return table;
}

Request told_request(const ParameterValues& values, std::string query) {
    Request request;
    request.query = std::move(query);
    request.match = match_mode(values);
    request.limit = values.count("limit").value_or(usual_times);
    request.zone = values.text_or("zone", "");
    request.timeout = values.duration("timeout");
    return request;
}

ToldOrder told_order(const ParameterValues& values) {
    return values.text_or("order", "support") == "date" ? ToldOrder::date : ToldOrder::support;
}

std::span<const Parameter> suggest_parameters() {
    static const std::vector<Parameter> table{
        {
            .name = "limit",
            .kind = ParameterKind::count,
            .help = "Most words, and most titles, to offer",
            .value_name = "N",
            .default_value = "10",
        },
    };
    return table;
}

std::size_t suggest_limit(const ParameterValues& values) { return values.count("limit").value_or(usual_limit); }

const Parameter& parameter(std::span<const Parameter> table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Parameter& row) { return row.name == name; });
    if (found == table.end()) throw std::logic_error(fmt::format("there is no parameter {}", name));
    return *found;
}

}  // namespace dateline
