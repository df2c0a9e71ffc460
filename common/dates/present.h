#pragma once

#include <cstdint>

#include "common/date.h"
#include "common/dates/time_zone.h"

namespace dateline {

/// The present moment, and the zone whose days count. Given to whoever reads dates that depend on it, so that only the
/// outermost caller looks at the clock.
struct Present {
    std::int64_t now = 0;  ///< seconds since 1970-01-01T00:00:00Z
    TimeZone zone;
    /// The years a query may name. Texts speak of more than there are articles from.
    int first_year = dateline::first_year;
    int years_ahead = 1;

    CivilDay today() const { return zone.day_of(now); }
    /// The last year a query may name.
    int last_year() const { return today().year + years_ahead; }
};

/// The present by the clock of this machine.
Present present_by_clock(TimeZone zone = {});

}  // namespace dateline
