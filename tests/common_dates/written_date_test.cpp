#include "common/dates/written_date.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

namespace dateline {

namespace {

struct Row {
    std::string_view text;
    std::string_view iso;  ///< "" where the text is no date
};

std::string parsed(std::string_view text) {
    const auto date = parse_written_date(text);
    return date ? to_iso(*date) : "";
}

std::string found(std::string_view line) {
    const auto date = find_written_date(line);
    return date ? to_iso(date->date) : "";
}

}  // namespace

TEST_CASE("dates as machines write them") {
    constexpr std::array rows{
        Row{"2012", "2012"},
        Row{"2012-08", "2012-08"},
        Row{"2012-08-29", "2012-08-29"},
        Row{" 2012-08-29 ", "2012-08-29"},
        Row{"2012/08/29", "2012-08-29"},
        Row{"20120829", "2012-08-29"},
        Row{"120829", "2012-08-29"},
        Row{"970223", "1997-02-23"},
        Row{"2012-242", "2012-08-29"},
        Row{"2012-366", "2012-12-31"},
        Row{"2011-366", ""},
        Row{"2012-W35-3", "2012-08-29"},
        Row{"2012W353", "2012-08-29"},
        Row{"2009-W53-7", "2010-01-03"},
        Row{"2008-W01-1", "2007-12-31"},
        Row{"2012-08-29T14:30+02:00", "2012-08-29T14:30+02:00"},
        Row{"2012-08-29T14:30:05Z", "2012-08-29T14:30:05Z"},
        Row{"2012-08-29T14:30:05.123Z", "2012-08-29T14:30:05Z"},
        Row{"2012-08-29T14:30:05,123+0530", "2012-08-29T14:30:05+05:30"},
        Row{"20120829T143005Z", "2012-08-29T14:30:05Z"},
        Row{"20120829T143005", "2012-08-29"},
        Row{"2012-08-29 14:30:05", "2012-08-29"},
        Row{"2012-08-29T14:30:05", "2012-08-29"},
        Row{"2006-10-20T18:15:00-04:00", "2006-10-20T18:15:00-04:00"},
        Row{"Fri, 20 Oct 2006 18:15:00 -0400", "2006-10-20T18:15:00-04:00"},
        Row{"20 Oct 06 18:15 EDT", "2006-10-20T18:15-04:00"},
        Row{"Fri, 20 Oct 2006 18:15:00 GMT", "2006-10-20T18:15:00Z"},
        Row{"Fri Oct 20 18:15:00 EDT 2006", "2006-10-20T18:15:00-04:00"},
        Row{"Fri Oct 20 18:15:00 2006", "2006-10-20"},
        Row{"Tue Aug 28 2012 07:00:00 GMT+0200 (CEST)", "2012-08-28T07:00:00+02:00"},
        Row{"26-FEB-1987 15:01:01.79", "1987-02-26"},
        Row{" 2-APR-1987 08:59:48.81", "1987-04-02"},
        Row{"3-MAR-1987  09:15:05.40", "1987-03-03"},
        Row{"1161382500", ""},
        Row{"2012-13-01", ""},
        Row{"2012-02-30", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(parsed(row.text) == row.iso);
    }
}

TEST_CASE("dates as people write them") {
    constexpr std::array rows{
        Row{"August 29, 2012", "2012-08-29"},
        Row{"Aug. 29, 2012", "2012-08-29"},
        Row{"AUGUST 29TH 2012", "2012-08-29"},
        Row{"Wednesday, August 29, 2012", "2012-08-29"},
        Row{"29 August 2012", "2012-08-29"},
        Row{"29th of August, 2012", "2012-08-29"},
        Row{"29 Aug '12", "2012-08-29"},
        Row{"29 Aug 99", "1999-08-29"},
        Row{"14 MAY 91", "1991-05-14"},
        Row{"August 2012", "2012-08"},
        Row{"Fri Oct 20, 2006 6:15pm EDT", "2006-10-20T18:15-04:00"},
        Row{"Oct 20, 2006 12:05 a.m. ET", "2006-10-20T00:05-04:00"},
        Row{"Jan 20, 2006, 12:05 PM ET", "2006-01-20T12:05-05:00"},
        Row{"October 20, 2006 at 6pm PDT", "2006-10-20T18:00-07:00"},
        Row{"12 March 2011, 14:20 GMT", "2011-03-12T14:20Z"},
        Row{"12 March 2011 | 14.20 CET", "2011-03-12T14:20+01:00"},
        Row{"14:20 GMT, 12 March 2011", "2011-03-12T14:20Z"},
        Row{"12 March 2011, 14:20", "2011-03-12"},
        Row{"29.08.2012", "2012-08-29"},
        Row{"03.04.2012", "2012-04-03"},
        Row{"29.8.2012, 14:30 Uhr MESZ", "2012-08-29T14:30+02:00"},
        Row{"29.08.12", "2012-08-29"},
        Row{"8/29/2012", "2012-08-29"},
        Row{"29/08/2012", "2012-08-29"},
        Row{"05/05/2012", "2012-05-05"},
        Row{"03/04/2012", ""},
        Row{"7/12/2024 - 21:35 GMT+1", "2024-12-07T21:35+01:00"},
        Row{"7/12/2024 9:35 PM EDT", "2024-07-12T21:35-04:00"},
        Row{"03-04-2012", ""},
        Row{"29. August 2012", "2012-08-29"},
        Row{"Mittwoch, 29. August 2012", "2012-08-29"},
        Row{"1er août 2012", "2012-08-01"},
        Row{"29 août 2012", "2012-08-29"},
        Row{"Le 29 août 2012", ""},
        Row{"29 août 2012 à 18h30", "2012-08-29"},
        Row{"29 de agosto de 2012", "2012-08-29"},
        Row{"29 de ago. de 2012", "2012-08-29"},
        Row{"29 ago 2012", "2012-08-29"},
        Row{"29 agosto 2012", "2012-08-29"},
        Row{"29 augustus 2012", "2012-08-29"},
        Row{"29 sierpnia 2012", "2012-08-29"},
        Row{"29 Ağustos 2012", "2012-08-29"},
        Row{"29. elokuuta 2012", "2012-08-29"},
        Row{"2012. augusztus 29.", "2012-08-29"},
        Row{"29 августа 2012 г.", ""},
        Row{"29 Августа 2012", "2012-08-29"},
        Row{"29 серпня 2012", "2012-08-29"},
        Row{"29 Αυγούστου 2012", "2012-08-29"},
        Row{"29 أغسطس 2012", "2012-08-29"},
        Row{"٢٩ أغسطس ٢٠١٢", "2012-08-29"},
        Row{"29 آب/أغسطس 2012", "2012-08-29"},
        Row{"29 كانون الثاني 2012", "2012-01-29"},
        Row{"29 בינואר 2012", "2012-01-29"},
        Row{"29 अगस्त 2012", "2012-08-29"},
        Row{"२९ अगस्त २०१२", "2012-08-29"},
        Row{"29 สิงหาคม 2555", "2012-08-29"},
        Row{"๒๙ ส.ค. ๒๕๕๕", "2012-08-29"},
        Row{"29 tháng 8, 2012", "2012-08-29"},
        Row{"2012年8月29日", "2012-08-29"},
        Row{"２０１２年８月２９日", "2012-08-29"},
        Row{"平成24年8月29日", "2012-08-29"},
        Row{"令和元年5月1日", "2019-05-01"},
        Row{"2012년 8월 29일", "2012-08-29"},
        Row{"2012. 8. 29.", "2012-08-29"},
        Row{"", ""},
        Row{"yesterday", ""},
        Row{"29 August", ""},
        Row{"31 February 2012", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(parsed(row.text) == row.iso);
    }
}

TEST_CASE("years no newspaper has appeared in are rejected") {
    for (const std::string_view text : {"29 August 1499", "29 August 2999", "1499", "2999-01-01", "29 August 0012"}) {
        CAPTURE(text);
        CHECK(parsed(text).empty());
    }
    CHECK(parsed(std::to_string(last_year()) + "-01-01") == std::to_string(last_year()) + "-01-01");
    CHECK(parsed(std::to_string(last_year() + 1) + "-01-01").empty());
}

TEST_CASE("dates inside a line") {
    constexpr std::array rows{
        Row{"Published 12 March 2011, 14:20 GMT", "2011-03-12T14:20Z"},
        Row{"Updated: Mar 12, 2011 09:20 AM IST", "2011-03-12T09:20+05:30"},
        Row{"By Ann Lee | August 29, 2012 | 14:30", "2012-08-29"},
        Row{"WASHINGTON, 29 August 2012 (AFP) - The", "2012-08-29"},
        Row{"Stand: 29.08.2012, 14:30 Uhr", "2012-08-29"},
        Row{"Publié le 29 août 2012 à 18h30", "2012-08-29"},
        Row{"29 августа 2012 г., 14:30", "2012-08-29"},
        Row{"Rob Dawson, CorrespondentDec 22, 2023, 10:15 PM", "2023-12-22"},
        Row{"Published On 4 Jul 20124 Jul 2012", "2012-07-04"},
        Row{"The score was 3-2 in 2012", ""},
        Row{"version 1.2.2012.3", ""},
        Row{"call 555-29-08-2012", ""},
        Row{"on 29 August he said", ""},
        Row{"in August 2012", ""},
        Row{"29 Aug 12:30", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(found(row.text) == row.iso);
    }
}

TEST_CASE("the place of a date in its line holds weekday, time and zone") {
    constexpr std::string_view line = "Published Sat, 12 March 2011, 14:20 GMT by Ann";
    const auto date = find_written_date(line);
    REQUIRE(date.has_value());
    CHECK(line.substr(date->begin, date->end - date->begin) == "Sat, 12 March 2011, 14:20 GMT");
}

}  // namespace dateline
