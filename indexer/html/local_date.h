#pragma once

#include <optional>
#include <string_view>

#include "common/dates/written_date.h"

namespace dateline {

/// Whether who writes in a language (a tag as pages have it: `fr`, `en-GB`) puts the day before the month in numbers.
/// False also where the language does not tell: `en` alone may be American, and `en-US` is what many systems say
/// wherever they stand.
bool puts_day_first(std::string_view language);

/// The first date in a line: what `find_written_date` finds, else numbers that the language alone puts in order
/// (`03/04/2025`), which have no time.
std::optional<FoundDate> find_local_date(std::string_view line, bool day_first);

}  // namespace dateline
