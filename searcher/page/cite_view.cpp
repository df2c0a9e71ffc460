#include "searcher/page/cite_view.h"

#include <array>
#include <string_view>

#include "searcher/page/page_address.h"
#include "searcher/page/result_facts.h"

namespace dateline::page {
namespace {

struct CitingFormat {
    std::string_view name;  ///< of searcher/output
    std::string_view label;
};
constexpr std::array citing_formats{CitingFormat{"bibtex", "BibTeX"}, CitingFormat{"ris", "RIS"},
                                    CitingFormat{"csl-json", "CSL-JSON"}};

}  // namespace

void write_citation(HtmlWriter& html, const Result& result) {
    html.element("p", {{"class", "citation"}, {"dir", "auto"}, {"data-copy", ""}}, plain_citation(result));
    const auto list = html.in("ul", {{"class", "formats"}});
    for (const CitingFormat& format : citing_formats) {
        const auto item = html.in("li");
        html.element(
            "a",
            {{"href", AddressWriter("/cite").add("id", result.id).add("format", format.name).take()}, {"download", ""}},
            format.label);
    }
}

void write_closed_citation(HtmlWriter& html, const Result& result) {
    const auto details = html.in("details", {{"class", "cite"}});
    html.element("summary", {{"aria-label", "Cite " + result.title}}, "Cite");
    write_citation(html, result);
}

}  // namespace dateline::page
