// Which country a name tells.

#include "common/gazetteer/countries.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

TEST_CASE("a place tells the country it is in") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows{
        {"Japan", "Japan"},
        {"Tokyo", "Japan"},
        {"TOKYO", "Japan"},
        {"New York", "United States"},
        {"California", "United States"},
        {"Quebec", "Canada"},
        {"S\u00E3o Paulo", "Brazil"},
        {"Sao Paulo", "Brazil"},
        {"Z\u00FCrich", "Switzerland"},
        {"Scotland", "United Kingdom"},
        {"West Germany", "Germany"},
        {"Bonn", "Germany"},
        {"The Hague", "Netherlands"},
        {"Soviet Union", "Soviet Union"},
        {"Moscow", "Russia"},
        {"Kyiv", "Ukraine"},
        {"Ramallah", "Palestine"},
        {"Washington", "United States"},
        {"London", "United Kingdom"},
        {"Georgia", "Georgia"},
        {"Georgia (US)", "United States"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(country_of_place(row.first).value_or("none") == row.second);
    }
}

TEST_CASE("names that tell no country, or several alike, tell none") {
    for (const std::string_view place : {"Newcastle", "Europe", "Asia", "", "Gulf"}) {
        CAPTURE(place);
        CHECK(!country_of_place(place));
    }
    CHECK(!country_of_nationality("Tokyo"));
    CHECK(!country_of_nationality("European"));
    CHECK(!country_of_nationality(""));
}

TEST_CASE("a nationality tells the country") {
    const std::vector<std::pair<std::string_view, std::string_view>> rows{
        {"Japanese", "Japan"},           {"American", "United States"}, {"Americans", "United States"},
        {"Swiss", "Switzerland"},        {"West German", "Germany"},    {"Soviets", "Soviet Union"},
        {"north korean", "North Korea"}, {"Britons", "United Kingdom"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.first);
        CHECK(country_of_nationality(row.first).value_or("none") == row.second);
    }
}

}  // namespace dateline
