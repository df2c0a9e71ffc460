#include "indexer/story/copied_text.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {

TEST_CASE("a page with everything in its place") {
    const CopiedPage page = read_copied_page(R"(  1. Skip to content
  2. Skip to main menu

Harbour bridge opens after ten years

August 29, 2012

The new bridge over the harbour was opened on Wednesday. It had taken ten years to build and cost twice what was planned.

https://p.example.org/p/15zO4
The mayor cuts the ribbon at the new bridge on Aug. 29, 2012. She had promised to do so in her first campaign. (Kyodo)
Image: picture-alliance/dpa

The bridge connects the two parts of the town, which until now could only be reached by ferry or over the old road.

Advertisement

Thousands of people walked over it on the first day, officials said, and the ferries stood still for an hour.

More to come

The second bridge, planned for the north of the town, is to be finished in 2015, according to the government.

msh/rc (AFP, dpa))");
    CHECK(page.title == "Harbour bridge opens after ten years");
    CHECK(page.lead.starts_with("The new bridge over the harbour was opened"));
    CHECK(page.url == "https://p.example.org/p/15zO4");
    REQUIRE(page.captions.size() == 1);
    CHECK(page.captions[0].text.ends_with("campaign. (Kyodo)"));
    CHECK(page.captions[0].credit == "picture-alliance/dpa");
    CHECK(page.body.starts_with("The bridge connects"));
    CHECK(page.body.find("Advertisement") == std::string::npos);
    CHECK(page.body.find("\n\nMore to come\n\n") != std::string::npos);
    CHECK(page.body.ends_with("according to the government."));
    CHECK(page.authors == std::vector<std::string>{"msh", "rc"});
    CHECK(page.agencies == std::vector<std::string>{"AFP", "dpa"});
    REQUIRE(page.published.has_value());
    CHECK(to_iso(page.published->date) == "2012-08-29");
}

TEST_CASE("lines broken by machine become paragraphs again") {
    const CopiedPage page = read_copied_page(R"(BRIDGE OPENS AFTER TEN YEARS

February 11, 1990

   The bridge connects the two parts of the town, which until
now could only be reached by ferry or over the old road along
the coast.
   Thousands of people walked over it on the first day, officials
said, and the ferries stood still for an hour.
)");
    CHECK(page.title == "BRIDGE OPENS AFTER TEN YEARS");
    CHECK(
        page.body ==
        "The bridge connects the two parts of the town, which until now could only be reached by ferry or over the old "
        "road along the coast.\n\nThousands of people walked over it on the first day, officials said, and the ferries "
        "stood still for an hour.");
}

TEST_CASE("a date of change is no date of publication") {
    const CopiedPage page = read_copied_page(R"(Harbour bridge opens after ten years of work

Updated: August 30, 2012

The bridge connects the two parts of the town, which until now could only be reached by ferry or over the old road.
)");
    CHECK_FALSE(page.published.has_value());
}

TEST_CASE("a text in which nothing reads like an article is kept") {
    CHECK(read_copied_page("amex\nase\nasx").body.find("asx") != std::string::npos);
    CHECK(read_copied_page("").body.empty());
}

}  // namespace dateline
