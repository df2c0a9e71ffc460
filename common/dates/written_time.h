#pragma once

#include <cstddef>
#include <optional>

#include "common/date.h"
#include "common/dates/date_tokens.h"

/// The time of day in a written date. Used by written_date alone.
namespace dateline {

struct WrittenTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
    Precision precision = Precision::minute;
    std::optional<int> offset_minutes;  ///< nothing where no zone is written
    std::size_t next = 0;               ///< index of the first token behind the time
};

/// The time that begins at token `at`: `14:30`, `6:15pm EDT`, `14.30 Uhr`, `14h30`, `18:15:00 -0400`. `day` is the day
/// it belongs to, for zones that change with the season.
std::optional<WrittenTime> time_at(const DateTokens& tokens, std::size_t at, CivilDay day);

/// The zone alone: `EDT`, `(CEST)`, `+02:00`, `GMT+0200`. Moves `at` behind it.
std::optional<int> zone_at(const DateTokens& tokens, std::size_t& at, CivilDay day);

/// Behind the words and signs that may stand between a day and its time.
std::size_t skip_to_time(const DateTokens& tokens, std::size_t at);

}  // namespace dateline
