#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// The four types of TIMEX3 (TimeML 1.2.1).
enum class TimexType : std::uint8_t { date, time, duration, set };

/// `DATE`, `TIME`, `DURATION`, `SET`.
std::string_view name_of(TimexType type);

/// A place in a text that speaks of time.
struct TimeMention {
    TimexType type = TimexType::date;
    std::string value;      ///< as TIMEX3 writes it: `2012-08-29`, `2012-W35`, `201`, `P3D`, `PAST_REF`
    std::size_t begin = 0;  ///< bytes
    std::size_t end = 0;

    bool operator==(const TimeMention&) const = default;
};

}  // namespace dateline
