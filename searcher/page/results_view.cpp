#include "searcher/page/results_view.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "searcher/page/cite_view.h"
#include "searcher/page/marked_text.h"
#include "searcher/page/readable.h"

namespace dateline::page {
namespace {

void write_facts(HtmlWriter& html, const Result& result) {
    const auto line = html.in("p", {{"class", "facts"}});
    if (result.date) html.element("time", {{"datetime", to_iso(*result.date)}}, readable_day(*result.date));
    else html.element("span", "undated");
    const std::string authors = fmt::format("{}", fmt::join(result.authors, ", "));
    for (const std::string* fact : {&result.source, &result.section, &authors}) {
        if (fact->empty()) continue;
        html.text(" \u00b7 ");
        html.element("bdi", *fact);
    }
}

void write_snippet(HtmlWriter& html, const Result& result) {
    const Snippet& snippet = result.snippet;
    if (snippet.text.empty()) return;
    const auto line =
        html.in("p", {{"class", "snippet"}, {"dir", "auto"}, {"lang", result.language, !result.language.empty()}});
    if (snippet.cut_before) html.text("\u2026 ");
    MarkedText(html).write(snippet.text, snippet.highlights);
    if (snippet.cut_after) html.text(" \u2026");
}

/// Results that say the same as one above them.
void write_copies(HtmlWriter& html, const std::vector<const Result*>& copies, const PageAddress& page) {
    if (copies.empty()) return;
    const auto details = html.in("details", {{"class", "copies"}});
    html.element("summary", fmt::format("{} near {}", copies.size(), copies.size() == 1 ? "copy" : "copies"));
    const auto list = html.in("ul");
    for (const Result* copy : copies) {
        const auto item = html.in("li", {{"class", "result"}});
        write_result_head(html, *copy, page);
    }
}

void write_result(HtmlWriter& html, const Result& result, const std::vector<const Result*>& copies,
                  const PageAddress& page) {
    const auto item = html.in("li", {{"class", "result"}, {"value", fmt::format("{}", result.rank)}});
    write_result_head(html, result, page);
    write_snippet(html, result);
    const auto more = html.in("div", {{"class", "more"}});
    write_copies(html, copies, page);
    write_closed_citation(html, result);
}

}  // namespace

void write_result_head(HtmlWriter& html, const Result& result, const PageAddress& page) {
    {
        const auto heading = html.in("h3");
        const auto link = html.in("a", {{"href", article_address(page, result.id)},
                                        {"dir", "auto"},
                                        {"lang", result.language, !result.language.empty()}});
        if (result.title.empty()) html.text("(without a headline)");
        else MarkedText(html).write(result.title, result.title_highlights);
    }
    write_facts(html, result);
}

void write_results(HtmlWriter& html, const std::vector<Result>& results, const std::vector<std::size_t>& groups,
                   const PageAddress& page) {
    const auto list = html.in("ol", {{"class", "results"}});
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (groups[i] != i) continue;
        std::vector<const Result*> copies;
        for (std::size_t other = i + 1; other < results.size(); ++other) {
            if (groups[other] == i) copies.push_back(&results[other]);
        }
        write_result(html, results[i], copies, page);
    }
}

void write_paging(HtmlWriter& html, const ResultPage& answer, std::size_t limit, const PageAddress& page) {
    const bool has_before = answer.offset > 0;
    const bool has_after = answer.offset + answer.results.size() < answer.total;
    if (limit == 0 || (!has_before && !has_after)) return;
    const auto nav = html.in("nav", {{"class", "paging"}, {"aria-label", "Pages of results"}});
    const auto write_step = [&](std::size_t offset, std::string_view rel, std::string_view label) {
        html.element("a", {{"href", address_of({page.query, page.settings, offset})}, {"rel", rel}}, label);
    };
    if (has_before) write_step(answer.offset - std::min<std::size_t>(answer.offset, limit), "prev", "\u2190 Previous");
    if (!answer.results.empty()) {
        html.element(
            "span", fmt::format("{}\u2013{} of {}", readable_number(answer.offset + 1),
                                readable_number(answer.offset + answer.results.size()), readable_number(answer.total)));
    }
    if (has_after) write_step(answer.offset + limit, "next", "Next \u2192");
}

}  // namespace dateline::page
