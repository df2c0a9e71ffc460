#pragma once

#include <vector>

#include "searcher/server/route.h"

namespace dateline {

/// What programs ask: `/api/...`, and `/feed.atom`, `/opensearch.xml` for feed readers and browsers.
std::vector<Route> api_routes();

/// Most results that can be passed over and shown together by paging; `/api/export` has no end.
inline constexpr std::size_t most_paged_results = 10'000;
/// Most results of one answer.
inline constexpr std::size_t most_results_shown = 1'000;

}  // namespace dateline
