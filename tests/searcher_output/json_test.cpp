#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/searcher_output/pages.h"

using namespace dateline;
using namespace dateline::tests;

TEST_CASE("json is the whole answer") {
    ResultPage page = example_page();
    page.results.resize(1);
    CHECK(written("json", page) == R"({
  "version": 1,
  "query": "\"abducted citizens\" return",
  "interpreted": "\"abducted citizens\" return",
  "total": 12,
  "exact": true,
  "offset": 8,
  "results": [
    {
      "rank": 9,
      "id": "a1",
      "hash": "0123456789abcdef0011223344556677",
      "score": 12.345,
      "title": "Families of abducted citizens meet the premier",
      "title_highlights": [
        {
          "begin": 12,
          "end": 29,
          "phrase": true
        }
      ],
      "date": "2012-08-29T14:30+02:00",
      "url": "https://e.org/a1",
      "source": "Example, Post",
      "section": "Asia",
      "language": "en",
      "authors": [
        "Ann Lee",
        "Bo \"Bob\" Ray"
      ],
      "snippet": "He said the abducted citizens must return home.",
      "highlights": [
        {
          "begin": 12,
          "end": 29,
          "phrase": true
        },
        {
          "begin": 35,
          "end": 41,
          "phrase": false
        }
      ],
      "snippet_field": "body",
      "snippet_offset": 120
    }
  ],
  "facets": {
    "year": [
      {
        "value": "2012",
        "count": 8
      },
      {
        "value": "2013",
        "count": 1
      },
      {
        "value": null,
        "count": 3
      }
    ],
    "section": [
      {
        "value": "Asia",
        "count": 12
      }
    ]
  },
  "notes": [
    "No article has all of the words."
  ],
  "suggestion": null,
  "elapsed_ms": 1.234
}
)");
}

TEST_CASE("another spelling comes with what it finds") {
    ResultPage page;
    page.suggestion = Suggestion{"abducted \"citizens\"", 3};
    const auto answer = nlohmann::json::parse(written("json", page));
    CHECK(answer["suggestion"] == nlohmann::json{{"query", "abducted \"citizens\""}, {"total", 3}});
}

TEST_CASE("an empty answer has its lists") {
    const auto answer = nlohmann::json::parse(written("json", {}));
    CHECK(answer["results"] == nlohmann::json::array());
    CHECK(answer["facets"] == nlohmann::json::object());
    CHECK(answer["notes"] == nlohmann::json::array());
    CHECK(answer["exact"] == true);
}

TEST_CASE("jsonl is one result a line, as in json") {
    const ResultPage page = example_page();
    const std::string text = written("jsonl", page);
    const auto answer = nlohmann::ordered_json::parse(written("json", page));
    const std::size_t first = text.find('\n');
    CHECK(nlohmann::ordered_json::parse(text.substr(0, first)) == answer["results"][0]);
    CHECK(nlohmann::ordered_json::parse(text.substr(first + 1)) == answer["results"][1]);
    CHECK(answer["results"][1]["date"] == nullptr);
    CHECK(std::count(text.begin(), text.end(), '\n') == 2);
}

TEST_CASE("invalid UTF-8 is replaced") {
    ResultPage page = example_page();
    page.results[0].title =
        "a\xff"
        "b";
    page.query = "\xc3";
    const auto answer = nlohmann::json::parse(written("json", page));
    CHECK(answer["query"] == "�");
    CHECK(answer["results"][0]["title"] == "a�b");
}
