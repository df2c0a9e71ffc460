#pragma once

#include <cstddef>
#include <string>

#include "searcher/entity_profile.h"

namespace dateline {

/// For people, and as one JSON object (docs/formats.md).
std::string entity_as_text(const EntityProfile& profile, std::size_t width, bool colours);
std::string entity_as_json(const EntityProfile& profile);

}  // namespace dateline
