#include "searcher/page/facets_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string_view>

#include "common/text/language_name.h"
#include "searcher/match/facet_counter.h"
#include "searcher/page/query_edit.h"
#include "searcher/page/readable.h"

namespace dateline::page {
namespace {

struct ShownFacet {
    std::string_view name;
    std::string_view heading;
    std::string_view field;  ///< what a query says for it
};

constexpr std::array facets_shown{
    ShownFacet{"section", "Section", "section"},
    ShownFacet{"source", "Source", "source"},
    ShownFacet{"person", "People", "person"},
    ShownFacet{"org", "Organizations", "org"},
    ShownFacet{"place", "Places", "place"},
    ShownFacet{"country", "Countries", "country"},
    ShownFacet{"mentioned-year", "Years spoken of", "mentions"},
    ShownFacet{"author", "Author", "author"},
    ShownFacet{"agency", "Agency", "agency"},
    ShownFacet{"language", "Language", "language"},
};

/// Values seen at once; the others open.
constexpr std::size_t values_at_once = 7;
constexpr std::size_t periods_at_once = 12;

struct Choice {
    std::string label;
    std::uint64_t count = 0;
    std::string query;      ///< with the value
    std::string exclusion;  ///< the query without articles that have it; empty where none is offered
};

class FacetsView {
public:
    FacetsView(HtmlWriter& html, const PageAddress& page, const query::FieldNames& fields)
        : html_(html), page_(page), fields_(fields) {}

    void write_periods(const PeriodCounts& counts) {
        if (counts.years.empty()) return;
        const auto section = html_.in("section");
        html_.element("h3", "Date");
        write_level({&counts.years, &counts.months, &counts.days});
        if (counts.undated > 0) {
            const std::string undated = with_restriction(page_.query, "date:none", fields_);
            const auto list = html_.in("ul");
            write_choice({"without a date", counts.undated, undated, ""});
        }
    }

    void write_facet(const ShownFacet& facet, const Facet& counted) {
        std::vector<Choice> choices;
        for (const FacetValue& value : counted.values) {
            if (value.value.empty()) continue;
            choices.push_back(
                {facet.name == "language" ? language_name(value.value) : value.value, value.count,
                 with_restriction(page_.query, restriction(facet.field, value.value), fields_),
                 page_.query.empty()
                     ? ""
                     : with_restriction(page_.query, restriction(facet.field, value.value, true), fields_)});
        }
        // One value that all matches have tells them apart no more.
        if (choices.empty() || (counted.values.size() == 1 && choices.front().query != page_.query)) return;
        const auto section = html_.in("section");
        html_.element("h3", facet.heading);
        write_choices(choices, values_at_once, counted.rest.values);
    }

private:
    using Counts = std::map<std::string, std::uint64_t>;

    /// Periods, latest first; where there is only one, what lies in it below.
    void write_level(std::span<const Counts* const> levels) {
        std::vector<Choice> choices;
        for (const auto& [period, count] : *levels.front())
            choices.push_back({short_period(period), count, with_period(page_.query, period, fields_), ""});
        std::reverse(choices.begin(), choices.end());
        if (choices.size() != 1 || levels.size() == 1) {
            write_choices(choices, periods_at_once);
            return;
        }
        const auto list = html_.in("ul");
        const auto item = html_.in("li");
        write_link(choices.front());
        if (!levels[1]->empty()) write_level(levels.subspan(1));
    }

    void write_level(std::initializer_list<const Counts*> levels) {
        write_level(std::span(levels.begin(), levels.end()));
    }

    /// `left_out` values more are not among the choices.
    void write_choices(const std::vector<Choice>& choices, std::size_t at_once, std::uint64_t left_out = 0) {
        const std::size_t few = choices.size() <= at_once + 2 ? choices.size() : at_once;
        {
            const auto list = html_.in("ul");
            for (const Choice& choice : std::span(choices).first(few)) write_choice(choice);
        }
        if (few == choices.size()) return;
        const auto details = html_.in("details");
        html_.element("summary", fmt::format("{} more", readable_number(choices.size() - few + left_out)));
        {
            const auto list = html_.in("ul");
            for (const Choice& choice : std::span(choices).subspan(few)) write_choice(choice);
        }
        if (left_out > 0) html_.element("p", fmt::format("and {} with fewer", readable_number(left_out)));
    }

    void write_choice(const Choice& choice) {
        const auto item = html_.in("li");
        write_link(choice);
        if (choice.exclusion.empty() || choice.query == page_.query) return;
        html_.element("a",
                      {{"class", "exclude"},
                       {"href", address_with_query(page_, choice.exclusion)},
                       {"aria-label", "without " + choice.label},
                       {"title", "without " + choice.label}},
                      "\u2212");
    }

    void write_link(const Choice& choice) {
        const bool is_chosen = choice.query == page_.query && !page_.query.empty();
        const auto link =
            html_.in("a", {{"href", address_with_query(page_, choice.query)}, {"aria-current", "true", is_chosen}});
        html_.element("bdi", choice.label);
        html_.text(" ");
        html_.element("span", {{"class", "count"}}, readable_number(choice.count));
    }

    HtmlWriter& html_;
    const PageAddress& page_;
    const query::FieldNames& fields_;
};

}  // namespace

std::vector<std::string> shown_facets() {
    const std::vector<std::string> there = facet_names();
    std::vector<std::string> names;
    for (const ShownFacet& facet : facets_shown) {
        if (std::find(there.begin(), there.end(), facet.name) != there.end()) names.emplace_back(facet.name);
    }
    return names;
}

void write_facets(HtmlWriter& html, const std::vector<Facet>& facets, const PeriodCounts& periods,
                  const PageAddress& page, const query::FieldNames& fields) {
    const auto nav = html.in("nav", {{"class", "facets"}, {"id", "narrow"}, {"aria-label", "Narrow the answer"}});
    html.element("h2", "Narrow");
    FacetsView view(html, page, fields);
    view.write_periods(periods);
    for (const ShownFacet& facet : facets_shown) {
        const auto counted =
            std::find_if(facets.begin(), facets.end(), [&](const Facet& each) { return each.name == facet.name; });
        if (counted != facets.end()) view.write_facet(facet, *counted);
    }
}

}  // namespace dateline::page
