#pragma once

#include <string>
#include <vector>

#include "searcher/page/html_writer.h"
#include "searcher/page/page_address.h"
#include "searcher/page/periods.h"
#include "searcher/query/field_names.h"
#include "searcher/results/result_page.h"

/// What the matches have in common, with counts; each value is a link that puts it into the query.
namespace dateline::page {

/// The facets a page shows, in its order, of those there are. Dates come from the timeline.
std::vector<std::string> shown_facets();
/// Most values of each that a page is given.
inline constexpr std::size_t facet_values_on_page = 40;

void write_facets(HtmlWriter& html, const std::vector<Facet>& facets, const PeriodCounts& periods,
                  const PageAddress& page, const query::FieldNames& fields);

}  // namespace dateline::page
