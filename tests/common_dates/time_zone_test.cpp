#include "common/dates/time_zone.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "common/dates/calendar.h"
#include "common/dates/present.h"
#include "common/error.h"

using namespace dateline;

namespace {

std::int64_t at(const char* iso) { return from_iso(iso).value().seconds; }

std::string as_utc(std::int64_t instant) { return to_iso({instant, 0, Precision::minute}); }

std::string day_in(const char* instant, const char* zone) {
    return to_iso(date_of_day(TimeZone::named(zone).day_of(at(instant))));
}

std::string error_of(const char* name) {
    try {
        TimeZone::named(name);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "known";
}

}  // namespace

TEST_CASE("a moment has the day that the clock of the zone shows") {
    struct Row {
        const char* instant;
        const char* zone;
        const char* day;
    };
    const std::vector<Row> rows{
        {"2012-08-29T22:30Z", "", "2012-08-29"},
        {"2012-08-29T22:30Z", "UTC", "2012-08-29"},
        {"2012-08-29T22:30Z", "Europe/Berlin", "2012-08-30"},
        {"2012-12-29T22:30Z", "Europe/Berlin", "2012-12-29"},  // winter time
        {"2012-11-06T04:45Z", "America/New_York", "2012-11-05"},
        {"2012-08-29T16:00Z", "Asia/Tokyo", "2012-08-30"},
        {"2012-08-29T18:29Z", "Asia/Kolkata", "2012-08-29"},
        {"2012-08-29T18:30Z", "Asia/Kolkata", "2012-08-30"},
        {"1969-12-31T23:30Z", "Europe/London", "1970-01-01"},  // an hour ahead all the year
        {"2027-07-01T22:30Z", "Europe/Berlin", "2027-07-02"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.zone);
        CAPTURE(row.instant);
        CHECK(day_in(row.instant, row.zone) == row.day);
    }
}

TEST_CASE("days become the moments of these days in the zone") {
    struct Row {
        const char* zone;
        CivilDay day;
        const char* begin;
        const char* end;
    };
    const std::vector<Row> rows{
        {"", {2012, 8, 29}, "2012-08-29T00:00Z", "2012-08-30T00:00Z"},
        {"Europe/Berlin", {2012, 8, 29}, "2012-08-28T22:00Z", "2012-08-29T22:00Z"},
        {"Europe/Berlin", {2012, 3, 25}, "2012-03-24T23:00Z", "2012-03-25T22:00Z"},       // 23 hours
        {"Europe/Berlin", {2012, 10, 28}, "2012-10-27T22:00Z", "2012-10-28T23:00Z"},      // 25 hours
        {"America/Sao_Paulo", {2012, 10, 21}, "2012-10-21T03:00Z", "2012-10-22T02:00Z"},  // begins at one o'clock
        {"America/Sao_Paulo", {2012, 2, 25}, "2012-02-25T02:00Z", "2012-02-26T03:00Z"},   // its last hour comes twice
        {"America/Havana", {2012, 11, 4}, "2012-11-04T04:00Z", "2012-11-05T05:00Z"},      // its first hour comes twice
        {"Pacific/Apia", {2011, 12, 30}, "2011-12-30T10:00Z", "2011-12-30T10:00Z"},       // a day that never was
        {"Pacific/Apia", {2011, 12, 31}, "2011-12-30T10:00Z", "2011-12-31T10:00Z"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.zone);
        const TimeZone zone = TimeZone::named(row.zone);
        const Interval instants = zone.instants(days_between(row.day, row.day));
        CHECK(as_utc(instants.begin) == row.begin);
        CHECK(as_utc(instants.end) == row.end);
        if (instants.begin == instants.end) continue;
        CHECK(zone.day_of(instants.begin) == row.day);
        CHECK(zone.day_of(instants.end - 1) == row.day);
        CHECK(zone.day_of(instants.begin - 1) < row.day);
        CHECK(zone.day_of(instants.end) > row.day);
    }
}

TEST_CASE("open ends stay open") {
    constexpr Interval all{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    CHECK(TimeZone::named("Europe/Berlin").instants(all) == all);
    CHECK(TimeZone().instants(all) == all);
}

TEST_CASE("an unknown zone is an error that names a near one") {
    CHECK(error_of("Europe/Berlin") == "known");
    CHECK(error_of("Europe/Berln") == "there is no time zone 'Europe/Berln'; did you mean Europe/Berlin?");
    CHECK(error_of("europe/berlin") == "there is no time zone 'europe/berlin'; did you mean Europe/Berlin?");
    CHECK(error_of("Berlin") == "there is no time zone 'Berlin'; did you mean Europe/Berlin?");
    CHECK(error_of("America/Tokyo") == "there is no time zone 'America/Tokyo'; did you mean Asia/Tokyo?");
    CHECK(error_of("xyzzyx/qqqqqq") ==
          "there is no time zone 'xyzzyx/qqqqqq'; names are such as UTC, Europe/Berlin, America/New_York");
}

TEST_CASE("today is a day of the zone") {
    const std::int64_t now = at("2012-12-31T23:30Z");
    CHECK(Present{now, {}}.today() == CivilDay{2012, 12, 31});
    CHECK(Present{now, {}}.last_year() == 2013);
    CHECK(Present{now, TimeZone::named("Asia/Tokyo")}.today() == CivilDay{2013, 1, 1});
    CHECK(Present{now, TimeZone::named("Asia/Tokyo")}.last_year() == 2014);
}
