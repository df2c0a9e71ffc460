#pragma once

#include <cstdint>

#include "common/date.h"

namespace dateline::timex {

/// Days with a name, in the order of their words' values (words.cpp). Those that are one country's are the United
/// States', but for Boxing Day.
enum class Holiday : std::uint8_t {
    christmas,
    thanksgiving,
    easter,
    halloween,
    labor_day,
    memorial_day,
    independence_day,
    veterans_day,
    boxing_day,
    columbus_day,
    election_day,
    valentines_day
};

CivilDay day_of(Holiday holiday, int year);

}  // namespace dateline::timex
