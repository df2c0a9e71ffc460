#pragma once

#include <span>

#include "searcher/http/message.h"
#include "searcher/requests/parameter.h"

namespace dateline {

/// The values of an address's query, checked against a table. Throws UsageError for a value that is none and for one
/// given twice that may be given once, for one that is required and not there; for a name that is not in the table too,
/// unless `lenient`.
ParameterValues read_parameters(std::span<const Parameter> table, const http::Pairs& given, bool lenient = false);

}  // namespace dateline
