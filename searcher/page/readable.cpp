#include "searcher/page/readable.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace dateline::page {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string_view month_name(const CivilDay& day) { return months[day.month - 1]; }

std::string zone_name(int offset_minutes) {
    if (offset_minutes == 0) return "UTC";
    constexpr int hour = 60;
    const int minutes = std::abs(offset_minutes);
    return fmt::format("UTC{}{:02}:{:02}", offset_minutes < 0 ? "\u2212" : "+", minutes / hour, minutes % hour);
}

}  // namespace

std::string readable_number(std::uint64_t number) {
    std::string digits = fmt::format("{}", number);
    constexpr std::size_t group = 3;
    for (std::size_t at = digits.size(); at > group;) digits.insert(at -= group, ",");
    return digits;
}

std::string readable_count(std::uint64_t number, std::string_view thing) {
    return fmt::format("{} {}{}", readable_number(number), thing, number == 1 ? "" : "s");
}

std::string readable_day(const Date& date) {
    const CivilDay day = civil_from_days(day_number(date));
    if (date.precision == Precision::year) return fmt::format("{}", day.year);
    if (date.precision == Precision::month) return fmt::format("{} {}", month_name(day), day.year);
    return fmt::format("{} {} {}", day.day, month_name(day), day.year);
}

std::string readable_moment(const Date& date) {
    if (date.precision < Precision::minute) return readable_day(date);
    constexpr std::size_t time_at = 11;
    constexpr std::size_t time_size = 5;
    return fmt::format("{}, {} ({})", readable_day(date), to_iso(date).substr(time_at, time_size),
                       zone_name(date.offset_minutes));
}

std::string readable_period(std::string_view iso) {
    const std::optional<Date> date = from_iso(iso);
    return date ? readable_day(*date) : std::string(iso);
}

std::string short_period(std::string_view iso) {
    const std::optional<Date> date = from_iso(iso);
    if (!date || date->precision == Precision::year) return std::string(iso);
    const CivilDay day = civil_from_days(day_number(*date));
    if (date->precision == Precision::month) return std::string(month_name(day));
    return fmt::format("{} {}", day.day, month_name(day));
}

}  // namespace dateline::page
