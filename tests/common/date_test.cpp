#include "common/date.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

namespace dateline {

TEST_CASE("days count from 1970 and back") {
    CHECK(days_from_civil({1970, 1, 1}) == 0);
    CHECK(days_from_civil({2000, 3, 1}) == 11017);
    CHECK(days_from_civil({1969, 12, 31}) == -1);
    CivilDay expected{1499, 12, 31};
    for (std::int32_t days = days_from_civil(expected); days < 40000; ++days) {
        const CivilDay day = civil_from_days(days);
        REQUIRE(day == expected);
        REQUIRE(days_from_civil(day) == days);
        if (++expected.day > days_in_month(expected.year, expected.month)) {
            expected.day = 1;
            expected.year += expected.month == 12 ? 1 : 0;
            expected.month = expected.month % 12 + 1;
        }
    }
}

TEST_CASE("months have their days") {
    CHECK(days_in_month(2012, 2) == 29);
    CHECK(days_in_month(2011, 2) == 28);
    CHECK(days_in_month(1900, 2) == 28);
    CHECK(days_in_month(2000, 2) == 29);
    CHECK(days_in_month(2012, 4) == 30);
}

TEST_CASE("days that do not exist are not made") {
    CHECK(make_civil(2012, 2, 29).has_value());
    CHECK_FALSE(make_civil(2012, 2, 30).has_value());
    CHECK_FALSE(make_civil(2012, 13, 1).has_value());
    CHECK_FALSE(make_civil(2012, 0, 1).has_value());
    CHECK_FALSE(make_civil(2012, 1, 0).has_value());
    CHECK_FALSE(make_civil(first_year - 1, 1, 1).has_value());
    CHECK_FALSE(make_civil(last_year() + 1, 1, 1).has_value());
}

TEST_CASE("ISO 8601 there and back") {
    for (const std::string_view text :
         {"2012", "2012-08", "2012-08-29", "1500-01-01", "2012-08-29T14:30Z", "2012-08-29T14:30+02:00",
          "2012-08-29T14:30:05-03:30", "1969-12-31T23:59:59Z", "2012-01-01T00:10+05:30"}) {
        CAPTURE(text);
        const auto date = from_iso(text);
        REQUIRE(date.has_value());
        CHECK(to_iso(*date) == text);
    }
}

TEST_CASE("what is not ISO 8601 as to_iso writes it gives nothing") {
    for (const std::string_view text :
         {"", "12", "2012-", "2012-8-29", "2012-08-29T14:30", "2012-08-29 14:30Z", "2012-08-29T24:00Z",
          "2012-08-29T14:60Z", "2012-08-29T14:30:60Z", "2012-08-29T14:30:05.5Z", "2012-08-29T14:30+2:00", "2012-02-30",
          "1499", "2012-08-29x", "2012-08-29T14:30Zx"}) {
        CAPTURE(text);
        CHECK_FALSE(from_iso(text).has_value());
    }
}

TEST_CASE("a moment is the same instant in every zone, a day has none") {
    const auto in_berlin = from_iso("2012-08-29T14:30+02:00");
    const auto in_london = from_iso("2012-08-29T12:30Z");
    REQUIRE((in_berlin && in_london));
    CHECK(in_berlin->seconds == in_london->seconds);
    CHECK(in_berlin->offset_minutes == 120);
    CHECK(date_of_day({1970, 1, 2}) == Date{86400, 0, Precision::day});
}

TEST_CASE("a date names a period") {
    const auto length = [](std::string_view text) {
        const Interval interval = interval_of(from_iso(text).value());
        return interval.end - interval.begin;
    };
    CHECK(length("2012") == 366 * 86400);
    CHECK(length("2011") == 365 * 86400);
    CHECK(length("2012-02") == 29 * 86400);
    CHECK(length("2012-12") == 31 * 86400);
    CHECK(length("2012-12-31") == 86400);
    CHECK(length("2012-08-29T14:30+02:00") == 60);
    CHECK(length("2012-08-29T14:30:05Z") == 1);
}

TEST_CASE("precisions have names") {
    CHECK(name_of(Precision::year) == "year");
    CHECK(name_of(Precision::second) == "second");
}

}  // namespace dateline
