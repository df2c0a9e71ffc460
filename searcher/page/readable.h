#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/date.h"

/// Numbers, dates and periods as a reader wants them.
namespace dateline::page {

/// `45,208`.
std::string readable_number(std::uint64_t number);
/// `1 article`, `45,208 articles`; the plural has an s.
std::string readable_count(std::uint64_t number, std::string_view thing);

/// `29 August 2012`, `August 2012`, `2012`: its day, whatever the precision beyond it.
std::string readable_day(const Date& date);
/// With the time and its zone where they are known: `29 August 2012, 14:30 (UTC+02:00)`.
std::string readable_moment(const Date& date);
/// A period as facets and timelines name it: `2012-08` is `August 2012`. What is none comes back as it is.
std::string readable_period(std::string_view iso);
/// `August`, `29 August`: the last part alone, for a list that stands below its year.
std::string short_period(std::string_view iso);

}  // namespace dateline::page
