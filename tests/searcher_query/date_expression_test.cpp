#include "searcher/query/date_expression.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "searcher/query/parser.h"
#include "searcher/query/printer.h"
#include "searcher/query/query_error.h"
#include "tests/searcher_query/test_fields.h"

using namespace dateline;
using namespace dateline::query;

namespace {

/// Wednesday.
Present on_29_august_2012(const char* zone = "") {
    return {from_iso("2012-08-29T22:30Z").value().seconds, TimeZone::named(zone)};
}

DateRange read(std::string_view text, DateRelation relation = DateRelation::within,
               const Present& present = on_29_august_2012()) {
    return parse_date_expression(text, {0, text.size()}, relation, present);
}

std::string date_error(std::string_view text, DateRelation relation = DateRelation::within) {
    try {
        read(text, relation);
    } catch (const QueryError& error) {
        return std::to_string(error.column()) + ": " + error.message() + " | " + error.proposal();
    }
    return "understood";
}

/// What is wrong with a whole query, and where.
std::string query_error(std::string_view query) {
    try {
        parse(query, dateline::query::tests::test_fields(), on_29_august_2012());
    } catch (const QueryError& error) {
        return std::to_string(error.column()) + ": " + error.message() + " | " + error.proposal();
    }
    return "understood";
}

std::int64_t day(int year, unsigned month, unsigned day_of_month) {
    return std::int64_t{days_from_civil({year, month, day_of_month})} * 86400;
}

struct DateRow {
    std::string_view text;
    std::string_view understood;
};

void check(const std::vector<DateRow>& rows, DateRelation relation = DateRelation::within) {
    for (const DateRow& row : rows) {
        CAPTURE(row.text);
        DateRange range;
        REQUIRE_NOTHROW(range = read(row.text, relation));
        CHECK(range.understood == row.understood);
        // What is said back can be asked again, and means the same.
        DateRange again;
        REQUIRE_NOTHROW(again = read(range.understood));
        CHECK(again.interval == range.interval);
        CHECK(again.undated == range.undated);
    }
}

}  // namespace

TEST_CASE("a date expression names an interval of whole days") {
    CHECK(read("2012").interval == Interval{day(2012, 1, 1), day(2013, 1, 1)});
    CHECK(read("2012-12").interval == Interval{day(2012, 12, 1), day(2013, 1, 1)});
    CHECK(read("2012-02-29").interval == Interval{day(2012, 2, 29), day(2012, 3, 1)});
    CHECK(read("2012..").interval == Interval{day(2012, 1, 1), open_end});
    CHECK(read("..2010-06").interval == Interval{open_begin, day(2010, 7, 1)});
    CHECK(read("1969-12-31").interval == Interval{-86400, 0});
    CHECK(read("last week").interval == Interval{day(2012, 8, 20), day(2012, 8, 27)});
}

TEST_CASE("years, months and days in digits") {
    check({
        {"2012", "2012-01-01..2012-12-31"},
        {"2012-08", "2012-08-01..2012-08-31"},
        {"2012-08-29", "2012-08-29"},
        {" 2012-08 ", "2012-08-01..2012-08-31"},
        {"２０１２-０８", "2012-08-01..2012-08-31"},
        {"none", "none"},
        {"None", "none"},
        {"1500", "1500-01-01..1500-12-31"},
        {"2013", "2013-01-01..2013-12-31"},
    });
    CHECK(read("none").undated);
}

TEST_CASE("weeks, quarters, seasons and decades") {
    check({
        {"2012-W35", "2012-08-27..2012-09-02"},    {"2012-w35", "2012-08-27..2012-09-02"},
        {"2012W35", "2012-08-27..2012-09-02"},     {"2012-W35-3", "2012-08-29"},
        {"2012-W01", "2012-01-02..2012-01-08"},    {"2009-W53", "2009-12-28..2010-01-03"},
        {"1500-W01", "1500-01-01..1500-01-07"},    {"2012-Q3", "2012-07-01..2012-09-30"},
        {"q3 2012", "2012-07-01..2012-09-30"},     {"Q1-2012", "2012-01-01..2012-03-31"},
        {"2012 q4", "2012-10-01..2012-12-31"},     {"spring 2012", "2012-03-01..2012-05-31"},
        {"summer 2012", "2012-06-01..2012-08-31"}, {"summer-2012", "2012-06-01..2012-08-31"},
        {"Autumn 2012", "2012-09-01..2012-11-30"}, {"fall 2012", "2012-09-01..2012-11-30"},
        {"winter 2012", "2012-12-01..2013-02-28"}, {"winter 2011", "2011-12-01..2012-02-29"},
        {"1990s", "1990-01-01..1999-12-31"},
    });
}

TEST_CASE("periods end with next year") {
    check({{"2010s", "2010-01-01..2013-12-31"}, {"winter 2013", "2013-12-01..2013-12-31"}});
}

TEST_CASE("months by name, and days as they are written") {
    check({
        {"aug 2012", "2012-08-01..2012-08-31"},
        {"Aug. 2012", "2012-08-01..2012-08-31"},
        {"august 2012", "2012-08-01..2012-08-31"},
        {"AUGUST, 2012", "2012-08-01..2012-08-31"},
        {"aug-2012", "2012-08-01..2012-08-31"},
        {"2012 august", "2012-08-01..2012-08-31"},
        {"feb 2012", "2012-02-01..2012-02-29"},
        {"sept 2012", "2012-09-01..2012-09-30"},
        {"août 2012", "2012-08-01..2012-08-31"},
        {"agosto de 2012", "2012-08-01..2012-08-31"},
        {"29 August 2012", "2012-08-29"},
        {"29. August 2012", "2012-08-29"},
        {"29th of August 2012", "2012-08-29"},
        {"August 29, 2012", "2012-08-29"},
        {"Aug. 1st 2012", "2012-08-01"},
        {"29-aug-2012", "2012-08-29"},
        {"2012 August 29", "2012-08-29"},
        {"29 августа 2012", "2012-08-29"},
    });
}

TEST_CASE("dates that depend on the present") {
    check({
        {"today", "2012-08-29"},
        {"Today", "2012-08-29"},
        {"yesterday", "2012-08-28"},
        {"this week", "2012-08-27..2012-09-02"},
        {"this month", "2012-08-01..2012-08-31"},
        {"this year", "2012-01-01..2012-12-31"},
        {"last week", "2012-08-20..2012-08-26"},
        {"last-week", "2012-08-20..2012-08-26"},
        {"last month", "2012-07-01..2012-07-31"},
        {"last year", "2011-01-01..2011-12-31"},
        {"previous year", "2011-01-01..2011-12-31"},
        {"1d", "2012-08-29"},
        {"7d", "2012-08-23..2012-08-29"},
        {"2w", "2012-08-16..2012-08-29"},
        {"3m", "2012-05-30..2012-08-29"},
        {"6m", "2012-03-01..2012-08-29"},  // the day after 29 February
        {"1y", "2011-08-30..2012-08-29"},
        {"past 7 days", "2012-08-23..2012-08-29"},
        {"past 2 weeks", "2012-08-16..2012-08-29"},
        {"past 3 months", "2012-05-30..2012-08-29"},
        {"Past-3-Months", "2012-05-30..2012-08-29"},
        {"last 3 months", "2012-05-30..2012-08-29"},
        {"past 1 year", "2011-08-30..2012-08-29"},
        {"past month", "2012-07-30..2012-08-29"},
        {"past 500 years", "1512-08-30..2012-08-29"},
    });
}

TEST_CASE("today is the zone's") {
    const auto in = [](std::string_view text, const char* zone) {
        return read(text, DateRelation::within, on_29_august_2012(zone)).understood;
    };
    CHECK(in("today", "Europe/Berlin") == "2012-08-30");
    CHECK(in("yesterday", "Asia/Tokyo") == "2012-08-29");
    CHECK(in("today", "America/New_York") == "2012-08-29");
    CHECK(in("2012-08-29", "Europe/Berlin") == "2012-08-29");
}

TEST_CASE("ranges between any two periods") {
    check({
        {"2010..2012", "2010-01-01..2012-12-31"},
        {"2012-08..2012-10", "2012-08-01..2012-10-31"},
        {"2012-08-03..2013", "2012-08-03..2013-12-31"},
        {"2012..", "2012-01-01.."},
        {"2010-06..", "2010-06-01.."},
        {"..2010-06", "..2010-06-30"},
        {"..1912-04", "..1912-04-30"},
        {"1969..1970-01", "1969-01-01..1970-01-31"},
        {"2012..2012-06", "2012-01-01..2012-06-30"},
        {"aug 2012..oct 2012", "2012-08-01..2012-10-31"},
        {"aug 2012 .. 29 October 2012", "2012-08-01..2012-10-29"},
        {"yesterday..today", "2012-08-28..2012-08-29"},
        {"last-month..", "2012-07-01.."},
        {"..last year", "..2011-12-31"},
        {"1990s..2012-W35", "1990-01-01..2012-09-02"},
        {"winter 2010..summer 2012", "2010-12-01..2012-08-31"},
    });
}

TEST_CASE("before and after a period") {
    check({{"2012", "..2011-12-31"},
           {"1970", "..1969-12-31"},
           {"today", "..2012-08-28"},
           {"summer 2012", "..2012-05-31"},
           {"1990s", "..1989-12-31"}},
          DateRelation::before);
    check({{"2012", "2013-01-01.."},
           {"2012-08", "2012-09-01.."},
           {"last week", "2012-08-27.."},
           {"1990s", "2000-01-01.."}},
          DateRelation::after);
}

TEST_CASE("nonsense is an error with its column") {
    const std::vector<DateRow> rows{
        {"2012-13", "6: there is no month 13 | months run from 01 to 12"},
        {"2012-00", "6: there is no month 00 | months run from 01 to 12"},
        {"2012-02-30", "9: there is no day 30 in 2012-02 | its days run from 01 to 29"},
        {"2012..2013-02-29", "15: there is no day 29 in 2013-02 | its days run from 01 to 28"},
        {"31 February 2012", "1: there is no day 31 in 2012-02 | its days run from 01 to 29"},
        {"June 31, 2012", "6: there is no day 31 in 2012-06 | its days run from 01 to 30"},
        {"2012..31 February 2012", "7: there is no day 31 in 2012-02 | its days run from 01 to 29"},
        {"2012-W54", "7: there is no week 54 in 2012 | its weeks run from W01 to W52"},
        {"2012-W53", "7: there is no week 53 in 2012 | its weeks run from W01 to W52"},
        {"2009-W00", "7: there is no week 00 in 2009 | its weeks run from W01 to W53"},
        {"2012-W35-8", "10: there is no day 8 in a week | its days run from 1, Monday, to 7, Sunday"},
        {"q5 2012", "2: there is no quarter 5 | quarters run from Q1 to Q4"},
        {"1995s", "1: a decade begins with a year that ends in 0 | did you mean 1990s?"},
        {"1492", "1: the year 1492 is out of reach | years run from 1500 to 2013"},
        {"aug 2014", "5: the year 2014 is out of reach | years run from 1500 to 2013"},
        {"aug 12", "5: a year has four digits | write 2012, \"aug 2012\" or \"29 August 2012\""},
        {"0d", "1: a span has one day at least | 1d is today"},
        {"past 600 years",
         "6: this goes back behind the year 1500 | dates begin with 1500: write 1500..today for all of them"},
        {"99999999999d",
         "1: this goes back behind the year 1500 | dates begin with 1500: write 1500..today for all of them"},
        {"2012-2014", "6: a month has two digits | for a range of years write 2012..2014"},
        {"2013..2012", "7: this range ends before it begins | did you mean 2012..2013?"},
        {"yesterday..1890", "12: this range ends before it begins | did you mean 1890..yesterday?"},
        {"oct 2012..aug 2012", "11: this range ends before it begins | did you mean \"aug 2012..oct 2012\"?"},
        {"2010...2012", "7: a range has two dots, once | write it as in 2010..2012"},
        {"2010..2011..2012", "11: a range has two dots, once | write it as in 2010..2012"},
        {"2012-8", "1: `2012-8` is not a date | did you mean 2012-08?"},
        {"2012/8/9", "1: `2012/8/9` is not a date | did you mean 2012-08-09?"},
        {"29.08.2012", "1: `29.08.2012` is not a date | did you mean 2012-08-29?"},
        {"yesteday", "1: `yesteday` is not a date | did you mean yesterday?"},
        {"agust 2012", "1: `agust 2012` is not a date | did you mean \"august 2012\"?"},
        {"last wek", "1: `last wek` is not a date | did you mean \"last week\"?"},
        {"29 Agust 2012", "1: `29 Agust 2012` is not a date | did you mean \"29 august 2012\"?"},
        {"august", "1: `august` is not a date | did you mean \"august 2012\"?"},
        {"october", "1: `october` is not a date | did you mean \"october 2011\"?"},
        {"3 months", "1: `3 months` is not a date | did you mean \"past 3 months\"?"},
        {"week", "1: `week` is not a date | did you mean \"past week\"?"},
    };
    for (const DateRow& row : rows) {
        CAPTURE(row.text);
        CHECK(date_error(row.text) == row.understood);
    }
}

TEST_CASE("what is no date at all is answered with the forms there are") {
    for (const std::string_view text :
         {"soon", "2012-08-29-1", "20120", "2012--08", "-2012", "2012-", "..", "2012:08", "aug aug 2012"}) {
        CAPTURE(text);
        CHECK(date_error(text).find(date_forms) != std::string::npos);
    }
    CHECK(date_error("soon").starts_with("1: `soon` is not a date | write 2012, 20"));
    CHECK(date_error("..").starts_with("1: a range needs a date on one side at least | "));
    CHECK(date_error(std::string(1'000'000, '-')).starts_with("1: `----"));
}

TEST_CASE("before and after take one date that has another side") {
    CHECK(date_error("2012..2013", DateRelation::before) ==
          "1: `before:` takes a single date | did you mean `date:2012..2013`?");
    CHECK(date_error("none", DateRelation::after) == "1: `after:` takes a single date | did you mean `date:none`?");
    CHECK(date_error("1500", DateRelation::before) ==
          "1: there are no dates before 1500 | years run from 1500 to 2013");
    CHECK(date_error("2013", DateRelation::after) == "1: there are no dates after 2013 | years run from 1500 to 2013");
    CHECK(date_error("2010s", DateRelation::after) == "1: there are no dates after 2013 | years run from 1500 to 2013");
}

TEST_CASE("a query passes the present to its dates") {
    const auto understood = [](std::string_view query) {
        return print(*parse(query, dateline::query::tests::test_fields(), on_29_august_2012()).tree);
    };
    CHECK(understood("kim date:yesterday") == "kim date:2012-08-28");
    CHECK(understood("kim date:\"last week\"") == "kim date:2012-08-20..2012-08-26");
    CHECK(understood("kim date:\"aug 2012..oct 2012\"") == "kim date:2012-08-01..2012-10-31");
    CHECK(understood("after:(today) OR date:2012-W01") == "date:2012-08-30.. OR date:2012-01-02..2012-01-08");
}

TEST_CASE("dates of several words without quotes") {
    const std::vector<DateRow> rows{
        {"kim date:last week",
         "10: `last` is not a date | dates of several words stand in quotes; did you mean \"last week\"?"},
        {"date:29 August 2012 kim",
         "6: `29` is not a date | dates of several words stand in quotes; did you mean \"29 August 2012\"?"},
        {"date:aug 2012..oct 2012 kim",
         "6: `aug` is not a date | dates of several words stand in quotes; did you mean \"aug 2012..oct 2012\"?"},
        {"(date:yesterday..last week) kim",
         "18: `last` is not a date | dates of several words stand in quotes; did you mean \"yesterday..last week\"?"},
        {"kim date:31 February 2012", "10: there is no day 31 in 2012-02 | its days run from 01 to 29"},
        {"date:august summit", "6: `august` is not a date | did you mean \"august 2012\"?"},
    };
    for (const DateRow& row : rows) {
        CAPTURE(row.text);
        CHECK(query_error(row.text) == row.understood);
    }
}
