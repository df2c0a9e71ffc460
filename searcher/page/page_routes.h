#pragma once

#include <vector>

#include "searcher/server/route.h"

namespace dateline::page {

/// `/`, `/article`, `/cite` and `/assets/...`.
std::vector<Route> page_routes();

}  // namespace dateline::page
