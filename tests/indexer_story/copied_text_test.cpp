#include "indexer/story/copied_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

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

namespace {

const std::string bridge_text =
    "\n\nThe harbour bridge connects the two parts of the town, which until now could only be reached by ferry.\n\n"
    "Thousands of people walked over it on the first day, officials said, and ferries stood still for an hour.\n\n"
    "The second bridge, planned for the north of the town, is to be finished in 2015, the town hall said.\n";

/// A page with these lines above its text.
CopiedPage under(const std::string& header) { return read_copied_page(header + bridge_text); }

std::string day_of(const CopiedPage& page) { return page.published ? to_iso(page.published->date) : "undated"; }

}  // namespace

TEST_CASE("dates run into what stands beside them") {
    struct Row {
        std::string line;
        std::string day;
    };
    for (const Row& row : {
             Row{"December 22, 20233:00 AM ET", "2023-12-22T03:00-05:00"},
             Row{"PUBLISHED FRI, DEC 22 20234:46 AM ESTUPDATED 1 MIN AGO", "2023-12-22"},
             Row{"By Ann LeeDec. 18, 2023 9:00 am EST", "2023-12-18T09:00-05:00"},
             Row{"April 10, 20233 years ago", "2023-04-10"},
             Row{"Serial number 202344:46", "undated"},
         }) {
        CAPTURE(row.line);
        CHECK(day_of(under("The harbour bridge opens after ten years\n" + row.line)) == row.day);
    }
}

TEST_CASE("a line that says when the text was published counts wherever it stands") {
    CHECK(day_of(read_copied_page("The harbour bridge opens after ten years" + bridge_text +
                                  "\nTags\nBridges\nHarbours\nFerries\nMore stories\nA\nB\nC\nD\nE\nF\nG\n"
                                  "Published on: 15 August 2012\n")) == "2012-08-15");
}

TEST_CASE("the headline among its neighbours") {
    const std::string title = "The harbour bridge connects the parts of the town";
    for (const std::string& header : std::vector<std::string>{
             "Home › News › " + title + "\n" + title + "\nMay 4, 2012",
             "News\n" + title + "\nUntil now only ferries reached it, officials said\nMay 4, 2012",
             title + "\nAnn Lee/Example News\nMay 4, 2012",
         }) {
        CAPTURE(header);
        CHECK(under(header).title == title);
    }
}

TEST_CASE("the section is the label by the headline or the last step to it") {
    struct Row {
        std::string above;
        std::string section;
    };
    const std::string title = "The harbour bridge opens after ten years";
    for (const Row& row : {
             Row{"Weather\nTransportation\n", "Transportation"},
             Row{"Home\n|\nMiddle East\n", "Middle East"},
             Row{"Sie sind hier: Startseite > Archiv > Politik\n\n", "Politik"},
             Row{"Home › News › " + title + "\n", "News"},
             Row{"AccueilPlanète\n", "Planète"},
             Row{"Home | World | Money | Sport\n", ""},
             Row{"1. Skip to content\n2. Skip to search\n\n", ""},
         }) {
        CAPTURE(row.above);
        CHECK(under(row.above + title + "\nMay 4, 2012").section == row.section);
    }
}

TEST_CASE("an advertisement below the first paragraph leaves it in the body") {
    const std::string first =
        "The bridge over the harbour was opened on Thursday, and thousands walked over it at once.";
    const CopiedPage page = under("The harbour bridge opens after ten years\n\n" + first + "\n\nAdvertisement");
    CHECK(page.lead == "");
    CHECK(page.body.starts_with(first));
}

}  // namespace dateline
