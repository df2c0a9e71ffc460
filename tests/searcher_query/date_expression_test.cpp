#include "searcher/query/date_expression.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/date.h"
#include "searcher/query/query_error.h"

using namespace dateline;
using namespace dateline::query;

namespace {

DateRange read(std::string_view text, DateRelation relation = DateRelation::within) {
    return parse_date_expression(text, {0, text.size()}, relation);
}

std::string error_of(std::string_view text, DateRelation relation = DateRelation::within) {
    try {
        read(text, relation);
    } catch (const QueryError& error) {
        return std::to_string(error.column()) + ": " + error.message() + " | " + error.proposal();
    }
    return "understood";
}

std::int64_t day(int year, unsigned month, unsigned day_of_month) {
    return std::int64_t{days_from_civil({year, month, day_of_month})} * 86400;
}

}  // namespace

TEST_CASE("a date expression names an interval of whole days") {
    CHECK(read("2012").interval == Interval{day(2012, 1, 1), day(2013, 1, 1)});
    CHECK(read("2012-08").interval == Interval{day(2012, 8, 1), day(2012, 9, 1)});
    CHECK(read("2012-12").interval == Interval{day(2012, 12, 1), day(2013, 1, 1)});
    CHECK(read("2012-02-29").interval == Interval{day(2012, 2, 29), day(2012, 3, 1)});
    CHECK(read("2012-08..2012-10").interval == Interval{day(2012, 8, 1), day(2012, 11, 1)});
    CHECK(read("2012-08-03..2013").interval == Interval{day(2012, 8, 3), day(2014, 1, 1)});
    CHECK(read("2012..").interval == Interval{day(2012, 1, 1), open_end});
    CHECK(read("..2010-06").interval == Interval{open_begin, day(2010, 7, 1)});
    CHECK(read("2012", DateRelation::before).interval == Interval{open_begin, day(2012, 1, 1)});
    CHECK(read("2012-08", DateRelation::after).interval == Interval{day(2012, 9, 1), open_end});
    CHECK(read("1969-12-31").interval == Interval{-86400, 0});
}

TEST_CASE("a date expression is said back as its first and last day") {
    CHECK(read("2012").understood == "2012-01-01..2012-12-31");
    CHECK(read("2012-08-29").understood == "2012-08-29");
    CHECK(read("..1912-04").understood == "..1912-04-30");
    CHECK(read("2012-08..").understood == "2012-08-01..");
    CHECK(read("1970", DateRelation::before).understood == "..1969-12-31");
    CHECK(read("none").understood == "none");
    CHECK(read("none").undated);
}

TEST_CASE("what is said back means the same") {
    for (const std::string_view text : {"1504", "2012-02", "2012-08-29", "..2010", "2010-06-03..", "1969..1970-01"}) {
        CAPTURE(text);
        const DateRange range = read(text);
        CHECK(read(range.understood).interval == range.interval);
    }
}

TEST_CASE("nonsense is an error with its column") {
    CHECK(error_of("2012-13") == "6: there is no month 13 | months run from 01 to 12");
    CHECK(error_of("2012-00") == "6: there is no month 00 | months run from 01 to 12");
    CHECK(error_of("2012-02-30") == "9: there is no day 30 in 2012-02 | its days run from 01 to 29");
    CHECK(error_of("2012..2013-02-29") == "15: there is no day 29 in 2013-02 | its days run from 01 to 28");
    CHECK(error_of("1492").substr(0, 37) == "1: the year 1492 is out of reach | ye");
    CHECK(error_of("2012-2014") == "6: a month has two digits | for a range of years write 2012..2014");
    CHECK(error_of("2012-8") == "1: `2012-8` is not a date | did you mean 2012-08?");
    CHECK(error_of("2012/8/9") == "1: `2012/8/9` is not a date | did you mean 2012-08-09?");
    CHECK(error_of("29.08.2012") == "1: `29.08.2012` is not a date | did you mean 2012-08-29?");
    CHECK(error_of("soon").substr(0, 40) == "1: `soon` is not a date | write 2012, 20");
    CHECK(error_of("2012-08-29-1").substr(0, 33) == "1: `2012-08-29-1` is not a date |");
    CHECK(error_of("20120").substr(0, 26) == "1: `20120` is not a date |");
    CHECK(error_of("..").substr(0, 47) == "1: a range needs a date on one side at least | ");
    CHECK(error_of("2013..2012") == "1: this range ends before it begins | did you mean 2012..2013?");
    CHECK(error_of("2012..2013", DateRelation::before) ==
          "1: `before:` takes a single date | did you mean `date:2012..2013`?");
    CHECK(error_of("none", DateRelation::after) == "1: `after:` takes a single date | did you mean `date:none`?");
}
