#include "searcher/page/readable.h"

#include <doctest/doctest.h>

#include "common/text/language_name.h"
#include "searcher/page/result_facts.h"

using namespace dateline;
using namespace dateline::page;

TEST_CASE("numbers are grouped, and one thing is one") {
    CHECK(readable_number(0) == "0");
    CHECK(readable_number(999) == "999");
    CHECK(readable_number(45208) == "45,208");
    CHECK(readable_number(1234567) == "1,234,567");
    CHECK(readable_count(1, "article") == "1 article");
    CHECK(readable_count(2, "article") == "2 articles");
}

TEST_CASE("dates are as exact as they are known") {
    CHECK(readable_period("2012") == "2012");
    CHECK(readable_period("2012-08") == "August 2012");
    CHECK(readable_period("2012-08-29") == "29 August 2012");
    CHECK(readable_period("2012-W35") == "2012-W35");
    CHECK(short_period("2012-08-29") == "29 August");
    CHECK(short_period("2012-08") == "August");
    CHECK(readable_moment(*from_iso("2012-08-29T14:30+02:00")) == "29 August 2012, 14:30 (UTC+02:00)");
    CHECK(readable_moment(*from_iso("2012-08-29T14:30Z")) == "29 August 2012, 14:30 (UTC)");
    CHECK(readable_moment(*from_iso("2012-08-29")) == "29 August 2012");
}

TEST_CASE("languages have names") {
    CHECK(language_name("de") == "German");
    CHECK(language_name("zh") == "Chinese");
    CHECK(language_name("qq") == "qq");
}

TEST_CASE("a footnote has what is known") {
    Result result;
    CHECK(plain_citation(result) == "undated");
    result.title = "Families meet  the minister";
    result.authors = {"Jane Lee", "Kim Park"};
    result.source = "The Example Courier";
    result.date = from_iso("2012-08-29");
    result.url = "javascript:alert(1)";
    CHECK(plain_citation(result) ==
          "Jane Lee, Kim Park, “Families meet the minister”, The Example Courier, 29 August 2012");
    result.url = "https://www.example.org/families";
    CHECK(plain_citation(result).ends_with("29 August 2012, https://www.example.org/families"));
}
