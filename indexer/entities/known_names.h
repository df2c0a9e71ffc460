#pragma once

#include <optional>
#include <string_view>

#include "common/entity.h"

namespace dateline::entities {

/// The usual name of a country, capital or large organization that is known by several: `DPRK` and `N. Korea` are
/// `North Korea`, `U.N.` is `United Nations`. `type` keeps a person called `Chad` from becoming a country.
/// Of places also the states and provinces that datelines shorten: `Calif` is `California`.
std::optional<std::string_view> usual_name(std::string_view name, EntityType type);

}  // namespace dateline::entities
