#include <doctest/doctest.h>

#include <string>

#include "common/error.h"
#include "tests/searcher_output/pages.h"

using namespace dateline;
using namespace dateline::tests;

TEST_CASE("csv is a header and a row a result") {
    CHECK(written("csv", example_page()) ==
          "rank,id,score,title,date,url,source,section,language,authors,snippet\r\n"
          "9,a1,12.345,Families of abducted citizens meet the "
          "premier,2012-08-29T14:30+02:00,https://e.org/a1,"
          "\"Example, Post\",Asia,en,\"Ann Lee; Bo \"\"Bob\"\" Ray\",He said the abducted citizens "
          "must return home.\r\n"
          "10,https://e.org/a2,3,,,https://e.org/a2,,,,,\r\n");
}

TEST_CASE("line breaks are quoted") {
    ResultPage page = example_page();
    page.results.resize(1);
    page.results[0].title = "a\nb";
    CHECK(written("csv", page).find("12.345,\"a\nb\",2012") != std::string::npos);
}

TEST_CASE("formats are found by name") {
    for (const OutputFormat& format : output_formats()) {
        CHECK(make_output(format.name) != nullptr);
        CHECK_FALSE(format.help.empty());
    }
    CHECK(output_formats().front().name == "text");
    CHECK_THROWS_WITH_AS(make_output("xml"),
                         "there is no output format `xml`; choose one of text, json, jsonl, csv, "
                         "atom, csl-json, bibtex, ris",
                         UsageError);
}
