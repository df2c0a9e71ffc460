#include "searcher/output/citation.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/searcher_output/pages.h"

using namespace dateline;
using namespace dateline::tests;

namespace {

/// A page of one result.
ResultPage page_of(const Result& result) {
    ResultPage page;
    page.total = 1;
    page.results = {result};
    return page;
}

Result plain(const std::string& title) {
    Result result;
    result.rank = 1;
    result.id = "a1";
    result.title = title;
    return result;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a citation key hangs on the article alone and is ASCII") {
    Result result = example_page().results[0];
    const std::string key = citation_key(result);
    CHECK(key.starts_with("lee2012families-"));
    CHECK(key.size() == std::string("lee2012families-").size() + 8);
    result.rank = 1;
    result.score = 0.5;
    result.snippet = {};
    CHECK(citation_key(result) == key);
    result.id = "a2";
    CHECK(citation_key(result) != key);

    result.authors = {"Jürgen Müller-Šimek"};
    result.date.reset();
    result.title = "Ein Übermaß an Höflichkeit";
    CHECK(citation_key(result).starts_with("mullersimekndubermass-"));
    result.authors = {"金正日"};
    result.source = "Le Monde";
    result.title = "拉致被害者";
    CHECK(citation_key(result).starts_with("lemondend-"));
    result.source.clear();
    CHECK(citation_key(result).starts_with("articlend-"));
}

TEST_CASE("dates have the digits that are known, by the article's clock") {
    const auto digits = [](const Date& date) {
        const DateDigits found = date_digits(date);
        return found.year + "|" + found.month + "|" + found.day;
    };
    CHECK(digits(date_of_year(1987)) == "1987||");
    CHECK(digits(date_of_month(1987, 2)) == "1987|02|");
    CHECK(digits(date_of_day({1987, 2, 26})) == "1987|02|26");
    CHECK(digits(date_of_moment({2012, 11, 5}, 23, 45, 0, -300, Precision::minute)) == "2012|11|05");
    CHECK(date_digits(std::nullopt).year.empty());
}

TEST_CASE("bibtex is an entry a result, with what is known") {
    const std::string text = written("bibtex", example_page());
    const std::string key = citation_key(example_page().results[0]);
    CHECK(text.starts_with("@article{" + key +
                           ",\n"
                           "  author    = {Ann Lee and Bo \"Bob\" Ray},\n"
                           "  title     = {{Families of abducted citizens meet the premier}},\n"
                           "  journal   = {Example, Post},\n"
                           "  date      = {2012-08-29},\n"
                           "  year      = {2012},\n"
                           "  month     = aug,\n"
                           "  url       = {https://e.org/a1},\n"
                           "  language  = {en},\n"
                           "  section   = {Asia},\n"
                           "  articleid = {a1}\n"
                           "}\n\n@article{"));
    CHECK(text.ends_with("  url       = {https://e.org/a2},\n  articleid = {https://e.org/a2}\n}\n\n"));
}

TEST_CASE("bibtex: what TeX would take for something else is escaped, and braces stay even") {
    Result result = plain("50% of {R&D} costs $5_000 #1 ~^ C:\\new\nline");
    result.url = "https://e.org/a_b?c=%20{d}\\e";
    result.authors = {"Reuters, Tokyo", "Smith and Sons", "others", "Andy Anderson"};
    const std::string text = written("bibtex", page_of(result));
    CHECK(contains(text,
                   "{{50\\% of \\textbraceleft{}R\\&D\\textbraceright{} costs \\$5\\_000 \\#1 "
                   "\\textasciitilde{}\\textasciicircum{} C:\\textbackslash{}new line}}"));
    CHECK(contains(text, "url       = {https://e.org/a_b?c=%20%7Bd%7D%5Ce}"));
    CHECK(contains(text, "author    = {{Reuters, Tokyo} and {Smith and Sons} and {others} and Andy Anderson}"));
    CHECK(std::count(text.begin(), text.end(), '{') == std::count(text.begin(), text.end(), '}'));
}

TEST_CASE("bibtex: partial dates are not filled up") {
    Result result = plain("t");
    result.date = date_of_month(1987, 2);
    CHECK(contains(written("bibtex", page_of(result)),
                   "  date      = {1987-02},\n  year      = {1987},\n  month     = feb,\n"));
    result.date = date_of_year(1987);
    CHECK(contains(written("bibtex", page_of(result)), "  date      = {1987},\n  year      = {1987},\n  articleid"));
}

TEST_CASE("ris is lines of tag and value") {
    ResultPage page = example_page();
    page.results.resize(1);
    CHECK(written("ris", page) == "TY  - NEWS\r\nID  - " + citation_key(page.results[0]) +
                                      "\r\nAU  - Ann Lee\r\nAU  - Bo \"Bob\" Ray\r\n"
                                      "TI  - Families of abducted citizens meet the premier\r\nT2  - Example, Post\r\n"
                                      "DA  - 2012/08/29/\r\nPY  - 2012\r\nSE  - Asia\r\nLA  - en\r\n"
                                      "UR  - https://e.org/a1\r\nAN  - a1\r\nER  - \r\n\r\n");
}

TEST_CASE("ris: no value begins a line of its own, and partial dates keep their slashes") {
    Result result = plain("one\r\nER  - two");
    result.date = date_of_month(1987, 2);
    CHECK(contains(written("ris", page_of(result)), "TI  - one ER - two\r\nDA  - 1987/02//\r\nPY  - 1987\r\nAN"));
    result.date = date_of_year(1987);
    CHECK(contains(written("ris", page_of(result)), "DA  - 1987///\r\n"));
    result.date.reset();
    CHECK_FALSE(contains(written("ris", page_of(result)), "DA"));
}

TEST_CASE("csl-json is an array of items") {
    const auto items = nlohmann::json::parse(written("csl-json", example_page()));
    REQUIRE(items.size() == 2);
    CHECK(items[0] == nlohmann::json::parse(R"({
        "id": ")" + citation_key(example_page().results[0]) +
                                            R"(",
        "type": "article-newspaper",
        "title": "Families of abducted citizens meet the premier",
        "author": [{"literal": "Ann Lee"}, {"literal": "Bo \"Bob\" Ray"}],
        "container-title": "Example, Post",
        "section": "Asia",
        "issued": {"date-parts": [[2012, 8, 29]]},
        "language": "en",
        "URL": "https://e.org/a1",
        "custom": {"article-id": "a1"}})"));
    CHECK_FALSE(items[1].contains("issued"));
    CHECK_FALSE(items[1].contains("title"));
    CHECK(nlohmann::json::parse(written("csl-json", ResultPage())).empty());
    Result result = plain("t");
    result.date = date_of_month(1987, 2);
    CHECK(nlohmann::json::parse(written("csl-json", page_of(result)))[0]["issued"].dump() ==
          R"({"date-parts":[[1987,2]]})");
}
