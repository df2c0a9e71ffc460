#include "searcher/page/periods.h"

#include <doctest/doctest.h>

#include <numeric>

using namespace dateline;
using namespace dateline::page;

namespace {

Timeline by_day(const std::vector<std::string>& days) {
    Timeline timeline{.unit = "day"};
    for (const std::string& day : days) timeline.rows.push_back({day, day, 1, 1});
    return timeline;
}

}  // namespace

TEST_CASE("days are counted for their month and year, too") {
    Timeline timeline = by_day({"2012-08-28", "2012-08-29", "2013-01-01"});
    timeline.rows.push_back({"2013-01-02", "2013-01-09", 8, 0});
    timeline.less_exact = {{"2012-08", 5}, {"2011", 7}};
    timeline.undated = 2;
    const PeriodCounts counts = count_periods(timeline);
    CHECK(counts.years == std::map<std::string, std::uint64_t>{{"2011", 7}, {"2012", 7}, {"2013", 1}});
    CHECK(counts.months == std::map<std::string, std::uint64_t>{{"2012-08", 7}, {"2013-01", 1}});
    CHECK(counts.days.size() == 3);
    CHECK(counts.undated == 2);
}

TEST_CASE("bars have the unit that the span asks for") {
    CHECK(bars_of(count_periods(by_day({"2012-08-01", "2012-08-29"})))->unit == "day");
    CHECK(bars_of(count_periods(by_day({"2012-12-20", "2013-01-10"})))->unit == "day");
    CHECK(bars_of(count_periods(by_day({"2012-01-01", "2012-08-29"})))->unit == "month");
    CHECK(bars_of(count_periods(by_day({"2003-01-01", "2012-08-29"})))->unit == "month");
    CHECK(bars_of(count_periods(by_day({"2001-01-01", "2012-08-29"})))->unit == "year");
    CHECK_FALSE(bars_of(count_periods(by_day({}))).has_value());
}

TEST_CASE("gaps, peak and what no bar has") {
    Timeline timeline = by_day({"2012-01-03", "2012-06-03", "2012-06-04", "2012-08-01"});
    timeline.less_exact = {{"2012", 4}};
    const auto bars = bars_of(count_periods(timeline));
    REQUIRE(bars);
    CHECK(bars->unit == "month");
    CHECK(bars->periods == 8);
    REQUIRE(bars->bars.size() == 3);
    CHECK(bars->bars[bars->peak].period == "2012-06");
    REQUIRE(bars->gaps.size() == 1);  // July alone is none
    CHECK(bars->gaps[0].place == 1);
    CHECK(bars->gaps[0].periods == 4);
    CHECK(bars->less_exact == 4);
}
