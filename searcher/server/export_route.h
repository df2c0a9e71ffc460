#pragma once

#include "searcher/server/route.h"

namespace dateline {

/// `/api/export`: every match of a query, written while it is found, in memory that does not grow with them.
Route export_route();

}  // namespace dateline
