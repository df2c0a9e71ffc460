#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"
#include "indexer/html/document.h"

namespace dateline {

/// The date of publication as scripts of the page have it: the value of a key that is called so, in JSON or as a
/// variable (`"pubDate": "2020-09-24 10:04"`, `publish_date = '2020-09-24'`). Nothing where they name several days:
/// then they tell of other articles too.
std::optional<Date> date_in_scripts(const Document& document);

}  // namespace dateline
