#include "searcher/match/facet_counter.h"

#include <doctest/doctest.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/error.h"
#include "searcher/match/date_unit.h"

using namespace dateline;

namespace {

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;

/// What a facet says of these dates, given as ISO; "" is undated.
Counts count(const std::vector<std::string>& dates, const std::string& facet, const std::string& zone) {
    DateCounts counts{TimeZone::named(zone)};
    for (const std::string& text : dates) {
        const auto date = from_iso(text);
        REQUIRE(date.has_value() == !text.empty());
        counts.add(PackedDate::pack(date ? std::optional(Published{*date, ""}) : std::nullopt));
    }
    Counts found;
    for (const FacetValue& value : counts.by(*date_unit(facet))) found.emplace_back(value.value, value.count);
    return found;
}

using Rows = std::vector<std::tuple<std::string, std::string, std::uint64_t, std::uint64_t>>;

Timeline timeline(const std::vector<std::string>& dates, DateUnit unit, const std::string& zone = "") {
    DateCounts counts{TimeZone::named(zone)};
    for (const std::string& text : dates) {
        const auto date = from_iso(text);
        counts.add(PackedDate::pack(date ? std::optional(Published{*date, ""}) : std::nullopt));
    }
    return counts.timeline(unit);
}

Rows rows(const Timeline& timeline) {
    Rows found;
    for (const TimelineRow& row : timeline.rows) found.emplace_back(row.first, row.last, row.periods, row.count);
    return found;
}

}  // namespace

TEST_CASE("a moment belongs to the day it has in the zone") {
    const std::vector<std::string> dates{"2012-11-05T23:45-05:00", "2012-12-31T23:30:10Z"};
    CHECK(count(dates, "day", "") == Counts{{"2012-11-06", 1}, {"2012-12-31", 1}});
    CHECK(count(dates, "day", "America/New_York") == Counts{{"2012-11-05", 1}, {"2012-12-31", 1}});
    CHECK(count(dates, "day", "Europe/Berlin") == Counts{{"2012-11-06", 1}, {"2013-01-01", 1}});
    CHECK(count(dates, "month", "Europe/Berlin") == Counts{{"2012-11", 1}, {"2013-01", 1}});
    CHECK(count(dates, "year", "Europe/Berlin") == Counts{{"2012", 1}, {"2013", 1}});
}

TEST_CASE("dates without a time stay what they name in every zone") {
    const std::vector<std::string> dates{"2012-08-29", "2012-08", "2012", "", "1907-01-01"};
    for (const std::string zone : {"", "America/Los_Angeles", "Pacific/Auckland"}) {
        CAPTURE(zone);
        CHECK(count(dates, "day", zone) ==
              Counts{{"1907-01-01", 1}, {"2012", 1}, {"2012-08", 1}, {"2012-08-29", 1}, {"", 1}});
        CHECK(count(dates, "month", zone) == Counts{{"1907-01", 1}, {"2012", 1}, {"2012-08", 2}, {"", 1}});
        CHECK(count(dates, "year", zone) == Counts{{"1907", 1}, {"2012", 3}, {"", 1}});
    }
}

TEST_CASE("weeks are those of ISO 8601") {
    // The year of a week is that of its Thursday: the examples of the standard's ends of years.
    CHECK(count({"2009-12-31", "2010-01-03", "2010-01-04", "2008-12-29", "1969-12-28", "1969-12-29"}, "week", "") ==
          Counts{{"1969-W52", 1}, {"1970-W01", 1}, {"2009-W01", 1}, {"2009-W53", 2}, {"2010-W01", 1}});
}

TEST_CASE("a timeline has no holes: short gaps are empty rows, long ones are one row") {
    CHECK(rows(timeline({"2012-01", "2012-01", "2012-05-31", "2013-11-02"}, DateUnit::month)) ==
          Rows{{"2012-01", "2012-01", 1, 2},
               {"2012-02", "2012-02", 1, 0},
               {"2012-03", "2012-03", 1, 0},
               {"2012-04", "2012-04", 1, 0},
               {"2012-05", "2012-05", 1, 1},
               {"2012-06", "2013-10", 17, 0},
               {"2013-11", "2013-11", 1, 1}});
    CHECK(rows(timeline({"2009-12-31", "2010-01-04"}, DateUnit::week)) ==
          Rows{{"2009-W53", "2009-W53", 1, 1}, {"2010-W01", "2010-W01", 1, 1}});
    CHECK(rows(timeline({"1969-12-31", "1970-01-02"}, DateUnit::day)) == Rows{{"1969-12-31", "1969-12-31", 1, 1},
                                                                              {"1970-01-01", "1970-01-01", 1, 0},
                                                                              {"1970-01-02", "1970-01-02", 1, 1}});
}

TEST_CASE("a timeline keeps apart what is not known that closely") {
    const Timeline days = timeline({"2012", "2012-08", "2012-08-29", "", "2012-08"}, DateUnit::day);
    CHECK(rows(days) == Rows{{"2012-08-29", "2012-08-29", 1, 1}});
    REQUIRE(days.less_exact.size() == 2);
    CHECK(days.less_exact[0].value == "2012");
    CHECK(days.less_exact[1].value == "2012-08");
    CHECK(days.less_exact[1].count == 2);
    CHECK(days.undated == 1);
    CHECK(timeline({"", "2012"}, DateUnit::month).peak() == nullptr);
}

TEST_CASE("a timeline goes by the clock of the zone, and names the first of its highest rows") {
    const Timeline days = timeline({"2012-12-31T23:30Z", "2012-11-01", "2013-01-02"}, DateUnit::year, "Europe/Berlin");
    CHECK(rows(days) == Rows{{"2012", "2012", 1, 1}, {"2013", "2013", 1, 2}});
    CHECK(days.peak()->first == "2013");
    CHECK(days.zone == "Europe/Berlin");
    CHECK(timeline({"2012", "2013"}, DateUnit::year).peak()->first == "2012");
}

TEST_CASE("what cannot be counted is said") {
    const auto message = [](const std::string& facet) -> std::string {
        try {
            FacetCounter counter(FacetRequest{.names = {facet}});
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    };
    CHECK(message("byline>yaer") ==
          "there is no facet 'yaer'; there are year, month, week, day, author, source, section, language, agency, "
          "person, org, "
          "place, misc, country, mentioned-year");
    CHECK(
        message("year>author") ==
        "'author' cannot be nested, for an article may have several and the counts would not add up; these can: year, "
        "month, week, day, source, section, language");
    CHECK(message("year>month>year") == "'year' stands twice in the facet 'year>month>year'");
    CHECK(message("year>") ==
          "there is no facet ''; there are year, month, week, day, author, source, section, language, agency, person, "
          "org, "
          "place, misc, country, mentioned-year");
    CHECK(message("lang > year").empty());
    CHECK_THROWS_AS(FacetCounter(FacetRequest{.timeline = "decade"}), UsageError);
}

TEST_CASE("a period has the days from its first to the first of the next") {
    for (const DateUnit unit : {DateUnit::year, DateUnit::month, DateUnit::week, DateUnit::day}) {
        CAPTURE(static_cast<int>(unit));
        for (std::int32_t day = -800'000; day < 800'000; day += 7) {
            const std::int64_t period = period_of(day, unit);
            const bool within = first_day_of(period, unit) <= day && day < first_day_of(period + 1, unit);
            REQUIRE(within);
        }
    }
}

TEST_CASE("days are named the same one after the other and alone") {
    for (std::int32_t step = 1; step < 40; ++step) {
        DayNames names;
        for (std::int32_t day = 14'000; day < 14'800; day += step) {
            CHECK(names.of(day) == period_name(day, DateUnit::day));
        }
        CHECK(names.of(13'990) == "2008-04-21");
    }
}
