#pragma once

#include <cstddef>
#include <string>

#include "searcher/told_timeline.h"

namespace dateline {

/// For people, as one JSON object, and as a table (docs/formats.md).
std::string told_as_text(const ToldTimeline& told, std::size_t width, bool colours);
std::string told_as_json(const ToldTimeline& told);
std::string told_as_csv(const ToldTimeline& told);

}  // namespace dateline
