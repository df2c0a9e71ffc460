#include "common/dates/calendar.h"

#include <doctest/doctest.h>

#include <string>

using namespace dateline;

namespace {

std::string days(Interval interval) {
    const auto day = [](std::int64_t seconds) {
        return to_iso(date_of_day(civil_from_days(static_cast<std::int32_t>(seconds / 86400))));
    };
    return day(interval.begin) + ".." + day(interval.end - 86400);
}

}  // namespace

TEST_CASE("ISO weeks, with the year's first Thursday in week 1") {
    struct Row {
        int year;
        int week;
        const char* days;
    };
    for (const Row& row : {Row{2012, 35, "2012-08-27..2012-09-02"}, Row{2012, 1, "2012-01-02..2012-01-08"},
                           Row{2009, 53, "2009-12-28..2010-01-03"}, Row{2015, 1, "2014-12-29..2015-01-04"},
                           Row{2026, 53, "2026-12-28..2027-01-03"}, Row{1970, 1, "1969-12-29..1970-01-04"}}) {
        CHECK(days(iso_week(row.year, row.week)) == row.days);
    }
    // The years of 53 weeks in 400 years are 71.
    int long_years = 0;
    for (int year = 1600; year < 2000; ++year) long_years += iso_weeks_in(year) == 53 ? 1 : 0;
    CHECK(long_years == 71);
    CHECK(iso_weeks_in(2009) == 53);
    CHECK(iso_weeks_in(2012) == 52);
    CHECK(iso_weeks_in(2020) == 53);
}

TEST_CASE("weeks begin on Monday") {
    CHECK(days(week_of({2012, 8, 27})) == "2012-08-27..2012-09-02");
    CHECK(days(week_of({2012, 9, 2})) == "2012-08-27..2012-09-02");
    CHECK(days(week_of({1969, 12, 31})) == "1969-12-29..1970-01-04");
}

TEST_CASE("quarters and seasons are three months") {
    CHECK(days(quarter_of(2012, 1)) == "2012-01-01..2012-03-31");
    CHECK(days(quarter_of(2012, 3)) == "2012-07-01..2012-09-30");
    CHECK(days(quarter_of(2012, 4)) == "2012-10-01..2012-12-31");
    CHECK(days(season_of(2012, Season::spring)) == "2012-03-01..2012-05-31");
    CHECK(days(season_of(2012, Season::summer)) == "2012-06-01..2012-08-31");
    CHECK(days(season_of(2012, Season::autumn)) == "2012-09-01..2012-11-30");
    CHECK(days(season_of(2012, Season::winter)) == "2012-12-01..2013-02-28");
    CHECK(days(season_of(2011, Season::winter)) == "2011-12-01..2012-02-29");
}

TEST_CASE("months are counted back to the same day or the last of a shorter month") {
    CHECK(months_before({2012, 8, 29}, 3) == CivilDay{2012, 5, 29});
    CHECK(months_before({2012, 5, 31}, 3) == CivilDay{2012, 2, 29});
    CHECK(months_before({2012, 1, 31}, 1) == CivilDay{2011, 12, 31});
    CHECK(months_before({2012, 2, 29}, 12) == CivilDay{2011, 2, 28});
    CHECK(months_before({2012, 8, 29}, 2012 * 12) == CivilDay{0, 8, 29});
    CHECK(months_before({2012, 8, 29}, 2012 * 12 + 8) == CivilDay{-1, 12, 29});
    CHECK(days_after({2012, 2, 28}, 2) == CivilDay{2012, 3, 1});
    CHECK(days_after({2012, 1, 1}, -1) == CivilDay{2011, 12, 31});
}
