#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "indexer/timex/time_mention.h"

namespace dateline {

/// Raised whenever the same text gets other times, so that indexes are tagged anew.
inline constexpr unsigned time_rules_version = 1;

/// What a text is read by.
struct TimeContext {
    std::optional<CivilDay> published;  ///< without it, what depends on it is written with X: `XXXX-WXX-5`
    /// How much of the day of publication is known: year, month or day. Of a month or a year, `published` is the last
    /// day, and what needs the day itself is written with X.
    Precision precision = Precision::day;
    std::string_view language = "en";  ///< ISO 639-1; "" is read as English
};

/// All that a text of valid UTF-8 says about time, in its order and without overlap: everything English says, and
/// written dates of other languages. Every value is one that `is_timex_value` knows.
std::vector<TimeMention> find_time_mentions(std::string_view text, const TimeContext& context);

}  // namespace dateline
