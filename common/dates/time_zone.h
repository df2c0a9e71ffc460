#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"

namespace dateline {

/// The clock of a place: when its days begin. UTC unless named. A value; reading from many threads at once is safe.
class TimeZone {
public:
    TimeZone() = default;
    /// By its IANA name (`Europe/Berlin`), written as there; "" is UTC. Throws UsageError, with a name that comes near,
    /// for one that is unknown.
    static TimeZone named(std::string_view name);

    const std::string& name() const { return name_; }
    bool is_utc() const { return changes_.empty(); }

    /// Seconds east of UTC at an instant.
    std::int64_t offset_at(std::int64_t instant) const;
    /// The instant as the zone's clock shows it, as if that were UTC.
    std::int64_t local(std::int64_t instant) const { return instant + offset_at(instant); }
    CivilDay day_of(std::int64_t instant) const;

    /// The instants that belong to a run of civil days, which is given as if it were in UTC (common/date.h). What has
    /// no end (the smallest and the largest number) stays so. Where the clock skips midnight, a day begins with the
    /// first moment it has.
    Interval instants(Interval days) const;

private:
    /// From `since` on the clock is `offset` seconds ahead of UTC.
    struct Change {
        std::int64_t since = 0;
        std::int64_t offset = 0;
    };

    std::int64_t first_instant(std::int64_t local_seconds) const;

    std::string name_ = "UTC";
    std::vector<Change> changes_;  ///< rising, the first one before all dates; empty for UTC
};

}  // namespace dateline
