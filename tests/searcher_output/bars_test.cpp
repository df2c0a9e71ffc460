#include "searcher/output/bars.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/graphemes.h"
#include "tests/searcher_output/pages.h"

using namespace dateline;
using namespace dateline::tests;

using Lines = std::vector<std::string>;

TEST_CASE("bars keep to the width") {
    Facet facet{"source", {{"Reuters", 1000}, {"", 1}, {"A newspaper with quite a long name, daily", 0}}, true};
    for (std::size_t width = 0; width < 120; ++width) {
        for (const std::string& line : draw_bars(facet, width)) {
            CHECK(display_width(line) <= std::max<std::size_t>(width, 40));
        }
    }
    CHECK(draw_bars(facet, 60)[0] == "  Reuters                           1000  " + [] {
        std::string bar;
        for (int i = 0; i < 18; ++i) {
            bar += "█";
        }
        return bar;
    }());
    CHECK(draw_bars(facet, 60)[1] == "  none                                 1  ▏");
    CHECK(draw_bars(facet, 60)[2] == "  A newspaper with quite a long n…     0");
    CHECK(draw_bars(facet, 42)[0] == "  Reuters                           1000");
}

TEST_CASE("what is below a value is indented, and what a limit left out is said") {
    const Facet facet{"section>year",
                      {{"Asia", 10, {{"2012", 4}, {"2013", 2}, {"", 1}}, {2, 3}}, {"", 5, {{"", 5}}}},
                      true,
                      {70, 1234}};
    CHECK(draw_bars(facet, 29) == Lines{"  Asia         10  ██████████", "    2012        4  ████",
                                        "    2013        2  ██", "    2 more      3", "    undated     1  █",
                                        "  70 more    1234", "  none          5  █████", "    undated     5  █████"});
}

TEST_CASE("below a date that is not known more closely nothing is repeated") {
    const Facet facet{
        "year>month>day",
        {{"2012", 3, {{"2012", 1, {{"2012", 1}}}, {"2012-08", 2, {{"2012-08", 2}}}}}, {"", 4, {{"", 4, {{"", 4}}}}}},
        true};
    CHECK(draw_bars(facet, 80)[1].starts_with("    no month known "));
    CHECK(draw_bars(facet, 80)[2].starts_with("      no day known "));
    CHECK(draw_bars(facet, 80).size() == 6);
    CHECK(draw_bars(facet, 80).back().starts_with("  undated "));
}

TEST_CASE("a timeline is as wide as the terminal and says its gaps") {
    Timeline timeline{.unit = "month", .zone = "UTC"};
    timeline.rows = {{"2012-08", "2012-08", 1, 4},
                     {"2012-09", "2012-09", 1, 0},
                     {"2012-10", "2012-10", 1, 2},
                     {"2012-11", "2014-06", 20, 0},
                     {"2014-07", "2014-07", 1, 4}};
    timeline.less_exact = {{"2012", 1}};
    timeline.undated = 3;
    CHECK(draw_bars(timeline, 50) ==
          Lines{"  2012-08               4  ███████████████████████", "  2012-09               0",
                "  2012-10               2  ███████████▌", "  … 20 months without an article, until 2014-06",
                "  2014-07               4  ███████████████████████", "  2012, no month known  1  █████▊",
                "  undated               3  █████████████████▎"});
    CHECK(timeline_heading(timeline) == "timeline by month, peak 2012-08 with 4 articles, as in 1 more");
    for (std::size_t width = 27; width < 120; ++width) {
        for (const std::string& line : draw_bars(timeline, width)) CHECK(display_width(line) <= width);
    }
    timeline.zone = "Europe/Berlin";
    timeline.rows.resize(1);
    CHECK(timeline_heading(timeline) == "timeline by month in Europe/Berlin, peak 2012-08 with 4 articles");
    timeline.rows.clear();
    CHECK(timeline_heading(timeline) == "timeline by month in Europe/Berlin");
}
