#pragma once

#include <sstream>
#include <string>
#include <string_view>

#include "searcher/output/registry.h"

namespace dateline::tests {

inline std::string written(std::string_view format, const ResultPage& page, const OutputOptions& options = {}) {
    std::ostringstream out;
    make_output(format)->write(page, options, out);
    return out.str();
}

/// Two articles of 12, the second without what can be missing.
inline ResultPage example_page() {
    Result first;
    first.rank = 9;
    first.id = "a1";
    first.hash = "0123456789abcdef0011223344556677";
    first.score = 12.345;
    first.title = "Families of abducted citizens meet the premier";
    first.title_highlights = {{12, 29, true}};
    first.date = date_of_moment({2012, 8, 29}, 14, 30, 0, 120, Precision::minute);
    first.url = "https://e.org/a1";
    first.source = "Example, Post";
    first.section = "Asia";
    first.language = "en";
    first.authors = {"Ann Lee", "Bo \"Bob\" Ray"};
    first.snippet = {
        "He said the abducted citizens must return home.", "body", 120, true, true, {{12, 29, true}, {35, 41, false}}};
    Result second;
    second.rank = 10;
    second.id = "https://e.org/a2";
    second.score = 3;
    second.url = second.id;
    ResultPage page;
    page.query = "\"abducted citizens\" return";
    page.interpreted = "\"abducted citizens\" return";
    page.total = 12;
    page.offset = 8;
    page.results = {first, second};
    page.facets = {{"year", {{"2012", 8}, {"2013", 1}, {"", 3}}, true}, {"section", {{"Asia", 12}}, true}};
    page.notes = {"No article has all of the words."};
    page.elapsed_us = 1234;
    return page;
}

}  // namespace dateline::tests
