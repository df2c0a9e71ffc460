#include "searcher/commands/facet_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

namespace dateline {

void FacetOptions::add_to(CLI::App& command) {
    command
        .add_option("--facet", facets_,
                    fmt::format("Count the matches by {}; may be repeated, and nested: 'year>month>day', "
                                "'section>year'",
                                fmt::join(facet_names(), ", ")))
        ->allow_extra_args(false)
        ->type_name("NAME");
    command
        .add_option("--facet-order", order_,
                    "Order of the values: count, the most first; value; or auto: dates by time, others by count")
        ->check(CLI::IsMember({"auto", "count", "value"}))
        ->capture_default_str();
    command
        .add_option("--facet-limit", limit_,
                    "Most values of each list; how many more there are, and their sum, is said. All if not given")
        ->type_name("N");
    command
        .add_option("--timeline", timeline_, "Show the matches over time, with the peak and the gaps; weeks are ISO's")
        ->check(CLI::IsMember({"day", "week", "month", "year"}));
}

void FacetOptions::apply_to(Request& request) const {
    request.facets = facets_;
    request.facet_order = order_ == "count"   ? FacetOrder::count
                          : order_ == "value" ? FacetOrder::value
                                              : FacetOrder::natural;
    request.facet_limit = limit_;
    request.timeline = timeline_;
}

}  // namespace dateline
