#pragma once

#include "searcher/server/route.h"

namespace dateline {

/// `/opensearch.xml`: lets a browser search from its address line.
Route opensearch_route();

/// `/feed.atom`: a search as a feed, the newest first.
Route feed_route();

}  // namespace dateline
