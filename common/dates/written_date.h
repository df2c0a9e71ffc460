#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/date.h"

/// Dates as machines and people write them, in the languages of month_names.h:
///
///     2012-08-29T14:30:05+02:00   2012-W35-3   20120829   Wed, 29 Aug 2012 14:30:05 +0200   26-FEB-1987 15:01:01.79
///     August 29, 2012   Aug. 29, 2012 6:15pm EDT   29. August 2012   29 août 2012   29 de agosto de 2012
///     29.08.2012   29 สิงหาคม 2555   2012年8月29日   2012년 8월 29일   ٢٩ أغسطس ٢٠١٢
///
/// A time counts only with a zone; without one the day is all that is known, and stays as written. Numbers parted by
/// slashes or hyphens are read day first or month first only where one of them is over 12, both are alike, or a zone
/// behind them tells (month first in America); parted by dots the day comes first. Years outside
/// first_year..last_year() give nothing.
namespace dateline {

/// The date that `text` as a whole is, white space aside. Here also `2012`, `2012-08` and `August 2012`.
std::optional<Date> parse_written_date(std::string_view text);

struct FoundDate {
    Date date;
    std::size_t begin = 0;  ///< byte offsets of the date with its weekday, time and zone
    std::size_t end = 0;
};

/// The first date of at least day precision inside a line of text.
std::optional<FoundDate> find_written_date(std::string_view line);

}  // namespace dateline
