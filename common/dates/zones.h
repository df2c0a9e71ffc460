#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace dateline {

/// Minutes east of UTC for an abbreviation in upper case (`EST`, `CEST`, `UTC`, `Z`), nothing where it is unknown.
/// Abbreviations used in several places mean: IST India, CST and EST North America, BST British summer time.
/// `ET`, `CT`, `MT`, `PT` follow North America's clock changes and so need the day.
std::optional<int> zone_offset(std::string_view abbreviation, CivilDay day);

}  // namespace dateline
