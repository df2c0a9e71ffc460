#pragma once

#include <optional>
#include <vector>

#include "common/date.h"
#include "indexer/html/blocks.h"
#include "indexer/html/date_places.h"
#include "indexer/html/document.h"

namespace dateline {

/// What a page shows its readers as its date: the one day under the headline, in a line or an element of its own, that
/// is not said to be of a change. Nothing where several days stand there.
std::optional<Date> date_under_headline(const Document& document, const std::vector<Block>& blocks,
                                        const DatePlaces& places);

}  // namespace dateline
