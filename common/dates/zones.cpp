#include "common/dates/zones.h"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

struct Zone {
    std::string_view name;
    int offset_minutes;
};

constexpr std::array zones{
    Zone{"Z", 0},      Zone{"UTC", 0},    Zone{"GMT", 0},    Zone{"UT", 0},      Zone{"WET", 0},     Zone{"BST", 60},
    Zone{"WEST", 60},  Zone{"CET", 60},   Zone{"MEZ", 60},   Zone{"WAT", 60},    Zone{"CEST", 120},  Zone{"MESZ", 120},
    Zone{"EET", 120},  Zone{"SAST", 120}, Zone{"CAT", 120},  Zone{"EEST", 180},  Zone{"MSK", 180},   Zone{"МСК", 180},
    Zone{"TRT", 180},  Zone{"EAT", 180},  Zone{"IRST", 210}, Zone{"GST", 240},   Zone{"AFT", 270},   Zone{"PKT", 300},
    Zone{"UZT", 300},  Zone{"IST", 330},  Zone{"NPT", 345},  Zone{"ICT", 420},   Zone{"WIB", 420},   Zone{"WITA", 480},
    Zone{"SGT", 480},  Zone{"HKT", 480},  Zone{"PHT", 480},  Zone{"AWST", 480},  Zone{"JST", 540},   Zone{"KST", 540},
    Zone{"WIT", 540},  Zone{"ACST", 570}, Zone{"AEST", 600}, Zone{"ACDT", 630},  Zone{"AEDT", 660},  Zone{"NZST", 720},
    Zone{"NZDT", 780}, Zone{"BRT", -180}, Zone{"ART", -180}, Zone{"NST", -210},  Zone{"NDT", -150},  Zone{"AST", -240},
    Zone{"ADT", -180}, Zone{"EST", -300}, Zone{"EDT", -240}, Zone{"CST", -360},  Zone{"CDT", -300},  Zone{"MST", -420},
    Zone{"MDT", -360}, Zone{"PST", -480}, Zone{"PDT", -420}, Zone{"AKST", -540}, Zone{"AKDT", -480}, Zone{"HST", -600},
};

constexpr std::array<Zone, 4> changing_zones{{{"ET", -300}, {"CT", -360}, {"MT", -420}, {"PT", -480}}};

/// The day of the nth Sunday of a month; n = 5 stands for the last one.
CivilDay nth_sunday(int year, unsigned month, int n) {
    // 1970-01-04 was a Sunday.
    const int first = days_from_civil({year, month, 1});
    const int days_to_sunday = ((3 - first) % 7 + 7) % 7;
    int day = first + days_to_sunday + 7 * (n - 1);
    if (civil_from_days(day).month != month) {
        day -= 7;
    }
    return civil_from_days(day);
}

/// Daylight saving time in the United States: Energy Policy Act of 2005 from 2007 on, the act of 1986 before it.
bool is_north_american_summer(CivilDay day) {
    const bool longer = day.year >= 2007;
    const CivilDay begin = longer ? nth_sunday(day.year, 3, 2) : nth_sunday(day.year, 4, 1);
    const CivilDay end = longer ? nth_sunday(day.year, 11, 1) : nth_sunday(day.year, 10, 5);
    return begin <= day && day < end;
}

}  // namespace

std::optional<int> zone_offset(std::string_view abbreviation, CivilDay day) {
    if (const auto* const found = std::ranges::find(zones, abbreviation, &Zone::name); found != zones.end()) {
        return found->offset_minutes;
    }
    const auto* const found = std::ranges::find(changing_zones, abbreviation, &Zone::name);
    if (found == changing_zones.end()) {
        return std::nullopt;
    }
    return found->offset_minutes + (is_north_american_summer(day) ? 60 : 0);
}

}  // namespace dateline
