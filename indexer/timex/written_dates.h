#pragma once

#include <string_view>
#include <vector>

#include "indexer/timex/time_mentions.h"

namespace dateline::timex {

/// The dates that stand in a text of a language other than English as such, not seen from anywhere: days, months and
/// years by their names in all languages of month_names.h; bare years, months and decades where German, French and
/// Spanish say that they are some ("seit 1998", "en août", "los años setenta" is not read).
///
///     29. August 2012   mercredi 29 août   el 29 de agosto de 2012   29.08.2012   im August 2012   die 1970er Jahre
std::vector<TimeMention> find_written_dates(std::string_view text, const TimeContext& context);

}  // namespace dateline::timex
