#include "common/dates/time_interval.h"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

namespace dateline {

TEST_CASE("a value names the days of its period") {
    struct Row {
        std::string_view value;
        CivilDay first;
        CivilDay last;
        TimePrecision precision;
    };
    constexpr std::array rows{
        Row{"19", {1900, 1, 1}, {1999, 12, 31}, TimePrecision::century},
        Row{"197", {1970, 1, 1}, {1979, 12, 31}, TimePrecision::decade},
        Row{"2012", {2012, 1, 1}, {2012, 12, 31}, TimePrecision::year},
        Row{"2012-H2", {2012, 7, 1}, {2012, 12, 31}, TimePrecision::half_year},
        Row{"2012-SU", {2012, 6, 1}, {2012, 8, 31}, TimePrecision::season},
        Row{"2012-WI", {2012, 12, 1}, {2013, 2, 28}, TimePrecision::season},
        Row{"2012-Q3", {2012, 7, 1}, {2012, 9, 30}, TimePrecision::quarter},
        Row{"2012-02", {2012, 2, 1}, {2012, 2, 29}, TimePrecision::month},
        Row{"2012-W35", {2012, 8, 27}, {2012, 9, 2}, TimePrecision::week},
        Row{"2012-W35-WE", {2012, 9, 1}, {2012, 9, 2}, TimePrecision::weekend},
        Row{"2012-W35-3", {2012, 8, 29}, {2012, 8, 29}, TimePrecision::day},
        Row{"2009-W01", {2008, 12, 29}, {2009, 1, 4}, TimePrecision::week},
        Row{"2012-08-29", {2012, 8, 29}, {2012, 8, 29}, TimePrecision::day},
        Row{"2012-08-29TNI", {2012, 8, 29}, {2012, 8, 29}, TimePrecision::part_of_day},
        Row{"2012-08-29T14:30", {2012, 8, 29}, {2012, 8, 29}, TimePrecision::moment},
        Row{"1066-10-14", {1066, 10, 14}, {1066, 10, 14}, TimePrecision::day},
        Row{"1066-Q4", {1066, 10, 1}, {1066, 12, 31}, TimePrecision::quarter},
    };
    for (const Row& row : rows) {
        CAPTURE(row.value);
        const auto interval = interval_of_timex(row.value);
        REQUIRE(interval);
        CHECK(interval->first == row.first);
        CHECK(interval->last == row.last);
        CHECK(interval->precision == row.precision);
        CHECK(is_timex_value(row.value));
    }
}

TEST_CASE("other values of TIMEX3 name no days, and what is none is told") {
    for (const std::string_view value :
         {"P3D", "PT2H30M", "P2.5Y", "PXY", "PTXH", "P1Y6M", "P2WE", "PAST_REF", "PRESENT_REF", "FUTURE_REF", "XXXX",
          "XXXX-08-29", "XXXX-XX-XX", "XXXX-WXX-5", "XXXX-WXX", "1998-QX", "XXXX-SU", "XXXX-XX-XXTNI"}) {
        CAPTURE(value);
        CHECK(is_timex_value(value));
        CHECK_FALSE(interval_of_timex(value));
    }
    for (const std::string_view value : {"",           "1",        "20123",   "2012-",         "2012-13",
                                         "2012-02-30", "2012-W54", "2012-Q5", "2012-08-29T25", "2012-08-29T",
                                         "P",          "PT",       "P3",      "P3X",           "P.5Y",
                                         "P1..5Y",     "2012-H3",  "-100",    "2012-W35-8",    "2012-08-29TXX:"}) {
        CAPTURE(value);
        CHECK_FALSE(is_timex_value(value));
    }
}

}  // namespace dateline
