#include "searcher/match/facet_counter.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "common/article.h"

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
    for (const FacetValue& value : counts.facet(facet).values) found.emplace_back(value.value, value.count);
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
