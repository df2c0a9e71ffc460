#include "common/dates/time_zone.h"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "common/dates/nearest_name.h"
#include "common/error.h"

namespace dateline {

namespace {

constexpr double milliseconds = 1000;

std::int64_t first_second_of(int year) { return std::int64_t{days_from_civil({year, 1, 1})} * seconds_a_day; }

std::vector<std::string> all_names() {
    std::vector<std::string> names;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> ids(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_ANY, nullptr, nullptr, status));
    if (U_FAILURE(status) != 0) return names;
    for (const char* id = ids->next(nullptr, status); id != nullptr; id = ids->next(nullptr, status)) {
        names.emplace_back(id);
    }
    return names;
}

/// Behind the last slash: `Berlin`.
std::string_view place_of(std::string_view name) { return name.substr(name.rfind('/') + 1); }

/// The zone meant by a name that is none: `europe/berlin`, `Berlin`, `Europe/Berln`; empty where nothing comes near.
std::string_view near(std::string_view wanted, const std::vector<std::string>& names) {
    std::vector<std::string_view> areas;
    std::vector<std::string_view> places;
    for (const std::string& name : names) {
        if (name.find('/') == std::string::npos) continue;
        areas.push_back(name);
        places.push_back(place_of(name));
    }
    if (const auto area = nearest_name(wanted, areas)) return areas[*area];
    const auto place = nearest_name(place_of(wanted), places);
    return place ? areas[*place] : std::string_view{};
}

[[noreturn]] void unknown(std::string_view wanted, const std::vector<std::string>& names) {
    const std::string_view better = near(wanted, names);
    throw UsageError(fmt::format("there is no time zone '{}'; {}", wanted,
                                 better.empty() ? std::string("names are such as UTC, Europe/Berlin, America/New_York")
                                                : fmt::format("did you mean {}?", better)));
}

}  // namespace

TimeZone TimeZone::named(std::string_view name) {
    TimeZone zone;
    if (name.empty() || name == "UTC") return zone;
    static const std::vector<std::string> names = all_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) unknown(name, names);

    // The table of the clock's changes reaches from the first date there can be to far behind the last.
    const std::int64_t begin = first_second_of(first_year - 1);
    const std::int64_t end = first_second_of(2100);
    zone.name_ = name;
    const std::unique_ptr<icu::TimeZone> found(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone.name_)));
    const auto add = [&](std::int64_t since, std::int32_t offset_milliseconds) {
        zone.changes_.push_back({since, offset_milliseconds / 1000});
    };
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t saving = 0;
    found->getOffset(static_cast<double>(begin) * milliseconds, 0, raw, saving, status);
    add(std::numeric_limits<std::int64_t>::min(), raw + saving);

    const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(found.get());
    icu::TimeZoneTransition change;
    double at = static_cast<double>(begin) * milliseconds;
    while (rules != nullptr && rules->getNextTransition(at, 0, change) != 0) {
        at = change.getTime();
        const auto since = static_cast<std::int64_t>(at / milliseconds);
        if (since >= end) break;
        add(since, change.getTo()->getRawOffset() + change.getTo()->getDSTSavings());
    }
    return zone;
}

std::int64_t TimeZone::offset_at(std::int64_t instant) const {
    if (changes_.empty()) return 0;
    const auto behind = std::upper_bound(changes_.begin(), changes_.end(), instant,
                                         [](std::int64_t value, const Change& change) { return value < change.since; });
    return std::prev(behind)->offset;
}

CivilDay TimeZone::day_of(std::int64_t instant) const {
    const std::int64_t seconds = local(instant);
    const std::int64_t days = seconds / seconds_a_day - (seconds % seconds_a_day < 0 ? 1 : 0);
    return civil_from_days(static_cast<std::int32_t>(days));
}

Interval TimeZone::instants(Interval days) const {
    if (days.begin != std::numeric_limits<std::int64_t>::min()) days.begin = first_instant(days.begin);
    if (days.end != std::numeric_limits<std::int64_t>::max()) days.end = first_instant(days.end);
    return days;
}

/// The first instant at which the clock shows this or more: a time that is skipped begins where the clock goes on, one
/// that comes twice the first time.
std::int64_t TimeZone::first_instant(std::int64_t local_seconds) const {
    for (std::size_t i = 0; i + 1 < changes_.size(); ++i) {
        const std::int64_t instant = std::max(changes_[i].since, local_seconds - changes_[i].offset);
        if (instant < changes_[i + 1].since) return instant;
    }
    return changes_.empty() ? local_seconds : std::max(changes_.back().since, local_seconds - changes_.back().offset);
}

}  // namespace dateline
