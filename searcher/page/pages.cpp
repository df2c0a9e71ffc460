#include "searcher/page/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "common/error.h"
#include "common/text/utf8.h"
#include "searcher/near_copy_groups.h"
#include "searcher/page/facets_view.h"
#include "searcher/page/frame.h"
#include "searcher/page/periods.h"
#include "searcher/page/query_edit.h"
#include "searcher/page/readable.h"
#include "searcher/page/reading_view.h"
#include "searcher/page/results_view.h"
#include "searcher/page/timeline_view.h"
#include "searcher/query/query_error.h"
#include "searcher/requests/requests.h"
#include "searcher/server/api_routes.h"

namespace dateline::page {
namespace {

constexpr int bad_request = 400;
constexpr int not_found = 404;
constexpr int unavailable = 503;

/// Every article: what the start page shows.
constexpr std::string_view all_articles = "date:1500.. OR date:none";
constexpr std::size_t newest_at_start = 5;
constexpr std::size_t similar_articles = 6;
constexpr std::size_t most_results_on_page = 50;

ParameterValues checked_settings(const PageAddress& page) {
    ParameterValues values;
    for (const auto& [name, value] : page.settings) {
        if (const std::string what = complaint(parameter(page_settings(), name), value); !what.empty())
            throw UsageError(fmt::format("{}={}: {}", name, value, what));
        values.add(name, value);
    }
    return values;
}

Request request_of(const PageAddress& page, const AskingRules& rules) {
    Request request = search_request(checked_settings(page), page.query);
    if (request.limit > most_results_on_page)
        throw UsageError(fmt::format("limit: at most {} results stand on a page", most_results_on_page));
    if (page.offset > most_paged_results)
        throw UsageError(fmt::format("offset: pages end at result {}; the export has all of them", most_paged_results));
    request.offset = page.offset;
    request.synonyms = rules.synonyms;
    request.aliases = rules.aliases;
    request.timeout = rules.timeout;
    request.cancelled = rules.cancelled;
    return request;
}

/// Facets and timeline of every match beside the results.
void ask_for_counts(Request& request) {
    request.facets = shown_facets();
    request.facet_limit = facet_values_on_page;
    request.timeline = "day";
}

/// Runs a view and turns what it throws for its query or settings into a page that says so.
Page guarded(const PageAddress& page, const std::function<Page()>& view) {
    const auto framed_error = [&](int status, const query::QueryError* error, std::string_view sentence) {
        return Page{status, framed({.title = page.query, .page = page, .error = error}, [&](HtmlWriter& html) {
                        html.element("h1", {{"class", "unseen"}}, "The query was not understood");
                        html.element("p", {{"class", "notice"}}, sentence);
                    })};
    };
    try {
        return view();
    } catch (const query::QueryError& error) {
        return framed_error(bad_request, &error, "Nothing was searched: the query could not be understood.");
    } catch (const UsageError& error) {
        return framed_error(bad_request, nullptr, error.what());
    } catch (const TimeoutError& error) {
        return framed_error(unavailable, nullptr, error.what());
    }
}

void write_chips(HtmlWriter& html, const PageAddress& page, const query::FieldNames& fields) {
    const std::vector<Restriction> restrictions = restrictions_of(page.query, fields);
    if (restrictions.empty()) return;
    const auto list = html.in("ul", {{"class", "chips"}, {"aria-label", "Restrictions"}});
    for (const Restriction& each : restrictions) {
        const auto item = html.in("li");
        const auto link =
            html.in("a", {{"href", address_with_query(page, each.without)}, {"aria-label", "take away " + each.text}});
        html.element("bdi", each.text);
        html.text(" \u00d7");
    }
}

/// How the answer came about, where that is not as it was asked.
void write_notes(HtmlWriter& html, const ResultPage& answer, const PageAddress& page) {
    for (const std::string& note : answer.notes) html.element("p", {{"class", "notice"}}, note);
    if (answer.suggestion) {
        const auto line = html.in("p", {{"class", "notice"}});
        html.text("Did you mean ");
        html.element("a", {{"href", address_with_query(page, answer.suggestion->query)}}, answer.suggestion->query);
        html.text(fmt::format(" ({})?", readable_count(answer.suggestion->total, "article")));
    }
}

struct TakenHome {
    std::string_view format;
    std::string_view label;
};
constexpr std::array taken_home{TakenHome{"csv", "CSV"}, TakenHome{"jsonl", "JSON Lines"},
                                TakenHome{"bibtex", "BibTeX"}, TakenHome{"ris", "RIS"},
                                TakenHome{"csl-json", "CSL-JSON"}};

void write_export(HtmlWriter& html, const PageAddress& page) {
    const auto details = html.in("details", {{"class", "export"}});
    html.element("summary", "Export all");
    const auto list = html.in("ul", {{"class", "formats"}});
    for (const TakenHome& format : taken_home) {
        AddressWriter address("/api/export");
        address.add("q", page.query);
        for (const auto& [name, value] : page.settings) address.add(name, value);
        const auto item = html.in("li");
        html.element("a", {{"href", address.add("format", format.format).take()}, {"download", ""}}, format.label);
    }
    const auto item = html.in("li");
    html.element("a", {{"href", AddressWriter("/feed.atom").add("q", page.query).take()}}, "Feed");
}

void write_summary(HtmlWriter& html, const ResultPage& answer, const PageAddress& page) {
    const auto bar = html.in("div", {{"class", "summary"}});
    html.element("h1", {{"id", "total"}, {"tabindex", "-1"}},
                 answer.total == 0 ? "No article" : readable_count(answer.total, "article"));
    html.element("span", {{"class", "time"}}, fmt::format("{:.1f} ms", static_cast<double>(answer.elapsed_us) / 1000));
    if (answer.total == 0) return;
    html.element("a", {{"class", "to-narrow"}, {"href", "#narrow"}}, "Narrow \u2193");
    write_export(html, page);
}

void write_understood(HtmlWriter& html, const ResultPage& answer) {
    if (answer.interpreted == answer.query) return;
    const auto line = html.in("p", {{"class", "understood"}});
    html.text("Understood as ");
    html.element("code", {{"dir", "auto"}}, answer.interpreted);
}

Page answered(Searcher& searcher, const PageAddress& page, const AskingRules& rules) {
    Request request = request_of(page, rules);
    ask_for_counts(request);
    const ResultPage answer = searcher.search(request);
    const PeriodCounts periods = answer.timeline ? count_periods(*answer.timeline) : PeriodCounts{};
    const std::vector<std::size_t> groups = near_copy_groups(searcher.index(), answer.results);
    const query::FieldNames fields = field_names();
    return {200, framed({.title = page.query, .page = page}, [&](HtmlWriter& html) {
                write_summary(html, answer, page);
                write_understood(html, answer);
                write_chips(html, page, fields);
                write_notes(html, answer, page);
                const auto columns = html.in("div", {{"class", "columns"}});
                {
                    const auto column = html.in("div", {{"class", "answer"}});
                    if (const auto bars = bars_of(periods); bars && bars->bars.size() > 1)
                        write_timeline(html, *bars, page);
                    html.element("h2", {{"class", "unseen"}}, "Results");
                    write_results(html, answer.results, groups, page);
                    write_paging(html, answer, request.limit, page);
                }
                if (answer.total > 0) write_facets(html, answer.facets, periods, page, fields);
            })};
}

Page start(Searcher& searcher, const PageAddress& page, const AskingRules& rules) {
    PageAddress newest = page;
    newest.query = all_articles;
    Request request = request_of(newest, rules);
    ask_for_counts(request);
    request.sort = SortOrder::newest;
    request.limit = newest_at_start;
    request.snippets = false;
    const ResultPage answer = searcher.search(request);
    const PeriodCounts periods = answer.timeline ? count_periods(*answer.timeline) : PeriodCounts{};
    const query::FieldNames fields = field_names();
    return {200, framed({.title = "", .page = page, .is_start = true}, [&](HtmlWriter& html) {
                html.element("h1", {{"id", "total"}, {"class", "start"}, {"tabindex", "-1"}},
                             fmt::format("{} to search", readable_count(answer.total, "article")));
                const auto columns = html.in("div", {{"class", "columns"}});
                {
                    const auto column = html.in("div", {{"class", "answer"}});
                    if (const auto bars = bars_of(periods); bars && bars->bars.size() > 1)
                        write_timeline(html, *bars, page);
                    html.element("h2", "Newest");
                    const auto list = html.in("ol", {{"class", "results"}});
                    for (const Result& result : answer.results) {
                        const auto item = html.in("li", {{"class", "result"}});
                        write_result_head(html, result, page);
                    }
                }
                write_facets(html, answer.facets, periods, page, fields);
            })};
}

/// An article is read without them where they take too long.
std::vector<Result> similar_to(Searcher& searcher, const std::string& id, const AskingRules& rules) try {
    return searcher
        .similar({.id = id, .limit = similar_articles, .timeout = rules.timeout, .cancelled = rules.cancelled})
        .results;
} catch (const TimeoutError&) {
    return {};
}

Page read_article(Searcher& searcher, const PageAddress& page, const std::string& id, const AskingRules& rules) {
    const Request request = request_of(page, rules);
    const auto article = page.query.empty() ? searcher.show(id) : searcher.mark(request, id);
    if (!article) return error_page(not_found, "The index has no article with this id.");
    const std::vector<Result> similar = similar_to(searcher, id, rules);
    return {200, framed({.title = article->article.title, .page = page},
                        [&](HtmlWriter& html) { write_article(html, *article, similar, page); })};
}

}  // namespace

std::span<const Parameter> page_settings() {
    static const std::vector<Parameter> settings = [] {
        std::vector<Parameter> chosen;
        for (const std::string_view name : {"sort", "match", "zone", "recency", "expand", "limit"})
            chosen.push_back(parameter(search_parameters(), name));
        return chosen;
    }();
    return settings;
}

Page results_page(Searcher& searcher, const PageAddress& page, const AskingRules& rules) {
    return guarded(page,
                   [&] { return page.query.empty() ? start(searcher, page, rules) : answered(searcher, page, rules); });
}

std::string address_with_period(const PageAddress& page, std::string_view from, std::string_view to) {
    const std::string period = from == to ? std::string(from) : fmt::format("{}..{}", trim(from), trim(to));
    return address_with_query(page, with_period(page.query, period, field_names()));
}

Page article_page(Searcher& searcher, const PageAddress& page, const std::string& id, const AskingRules& rules) {
    return guarded(page, [&] { return read_article(searcher, page, id, rules); });
}

Page error_page(int status, std::string_view sentence) {
    const PageAddress nothing;
    return {status, framed({.title = "", .page = nothing}, [&](HtmlWriter& html) {
                html.element("h1", sentence);
                const auto line = html.in("p");
                html.element("a", {{"href", "/"}}, "To the start");
            })};
}

}  // namespace dateline::page
