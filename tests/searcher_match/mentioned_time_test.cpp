#include "searcher/match/mentioned_time.h"

#include <doctest/doctest.h>

#include <string_view>

#include "searcher/query/ast.h"

namespace dateline {
namespace {

const Interval year_2002 = interval_of(date_of_year(2002));
const Interval september_2002 = interval_of(date_of_month(2002, 9));
const Interval one_day = interval_of(date_of_day({2002, 9, 17}));
const Interval decade{interval_of(date_of_year(1970)).begin, interval_of(date_of_year(1979)).end};
const Interval from_2002{year_2002.begin, query::open_end};

double of(std::string_view value, Interval asked) { return closeness(*interval_of_timex(value), asked); }

}  // namespace

TEST_CASE("a time counts where it has a day of what is asked and is not far longer") {
    struct Row {
        std::string_view value;
        Interval asked;
        bool counts;
    };
    for (const Row& row : {
             Row{"2002", year_2002, true},
             Row{"2002-09-17", year_2002, true},
             Row{"2002-W38", september_2002, true},
             Row{"2002-SU", september_2002, false},
             Row{"2001", year_2002, false},
             Row{"2001-WI", year_2002, true},
             Row{"200", year_2002, true},
             Row{"20", year_2002, false},
             Row{"2002-09", one_day, true},
             Row{"2002", one_day, false},
             Row{"2002", september_2002, true},
             Row{"200", september_2002, false},
             Row{"197", decade, true},
             Row{"1975-03-01T14:30", decade, true},
             Row{"19", decade, false},
             Row{"20", from_2002, true},
             Row{"2001", from_2002, false},
             Row{"2050", from_2002, true},
         }) {
        CAPTURE(row.value);
        CHECK((of(row.value, row.asked) > 0) == row.counts);
    }
}

TEST_CASE("the narrower a time and the more of it is asked for, the closer it comes") {
    CHECK(of("2002-09-17", year_2002) == doctest::Approx(1));
    CHECK(of("2002-09-17", year_2002) > of("2002-W38", year_2002));
    CHECK(of("2002-W38", year_2002) > of("2002-09", year_2002));
    CHECK(of("2002-09", year_2002) > of("2002-Q3", year_2002));
    CHECK(of("2002-Q3", year_2002) > of("2002", year_2002));
    CHECK(of("2002", year_2002) > of("200", year_2002));
    CHECK(of("2002", september_2002) < of("2002", year_2002));
}

}  // namespace dateline
