#pragma once

#include <optional>
#include <string_view>

#include "indexer/wording/byline.h"

namespace dateline {

/// The closing line of an article: `msh/rc (AFP, dpa)`, `(Reuters)`, `AFP/dpa`, `red`. Initials are authors. Nothing
/// for other lines.
std::optional<Byline> signature_of_line(std::string_view line);

}  // namespace dateline
