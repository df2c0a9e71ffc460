#pragma once

#include <cstddef>
#include <optional>

#include "common/date.h"
#include "common/dates/date_tokens.h"

/// The day in a written date. Used by written_date alone.
namespace dateline {

struct DayMatch {
    CivilDay day;
    std::size_t next = 0;  ///< first token behind the day
};

struct MonthMatch {
    int month = 0;
    std::size_t next = 0;
    bool thai = false;
};

/// The day that begins at token `at`, in whatever order it is written. `whole_text` allows forms that mean a day only
/// where nothing else stands around them (`20120829`).
std::optional<DayMatch> day_at(const DateTokens& tokens, std::size_t at, bool whole_text);

/// A month name with its dot; "آب/أغسطس" (two names of one month) counts once.
std::optional<MonthMatch> month_at(const DateTokens& tokens, std::size_t at);

/// Nothing where there is no such day.
std::optional<DayMatch> match_of(int year, int month, int day, std::size_t next);

/// A number that can be a day of the month.
bool is_day_number(const DateToken& token);

/// Skips at most one sign (`,` `.` `-` `/` `'`) and one linking word.
std::size_t skip_link(const DateTokens& tokens, std::size_t at);

}  // namespace dateline
