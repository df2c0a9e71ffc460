#include "searcher/page/names_view.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "common/index/fields.h"

using namespace dateline;
using namespace dateline::page;

namespace {

std::string names_of(const char* record) {
    HtmlWriter html;
    write_names(html, nlohmann::json::parse(record));
    return html.take();
}

}  // namespace

TEST_CASE("an article without names shows none") {
    CHECK(names_of(R"({"id": "a"})").empty());
    CHECK(names_of(R"({"entities": [], "mentions": []})").empty());
}

TEST_CASE("names stand by kind, those named most first") {
    const std::string html = names_of(R"({"entities": [
        {"type": "LOC", "name": "Niigata"}, {"type": "LOC", "name": "Japan"}, {"type": "LOC", "name": "Japan"},
        {"type": "PER", "name": "Megumi Yokota"}, {"type": "new kind", "name": "x"}]})");
    CHECK(html.find("<h2>People</h2>") < html.find("<h2>Places</h2>"));
    CHECK(html.find("Japan") < html.find("Niigata"));
    CHECK(html.find("<span class=\"count\">2</span>") != std::string::npos);
    SUBCASE("each leads to a search where the index can be asked for it") {
        const bool is_link = html.find("href=\"/?q=place%3A%3DJapan\"") != std::string::npos;
        CHECK(is_link == (find_field("place") != nullptr));
    }
}

TEST_CASE("only times that can be asked for are shown") {
    const std::string html = names_of(R"({"mentions": [
        {"type": "DATE", "value": "1977-11-15"}, {"type": "DATE", "value": "PAST_REF"},
        {"type": "DATE", "value": "197"}, {"type": "DATE", "value": "XXXX-WXX-5"}, {"type": "DURATION", "value": "P3D"}]})");
    CHECK(html.find("15 November 1977") != std::string::npos);
    CHECK(html.find("1970s") != std::string::npos);
    CHECK(html.find("PAST_REF") == std::string::npos);
    CHECK(html.find("XXXX") == std::string::npos);
    CHECK(html.find("P3D") == std::string::npos);
}

TEST_CASE("a name is text") {
    const std::string html = names_of(R"({"entities": [{"type": "PER", "name": "<script>alert(1)</script>"}]})");
    CHECK(html.find("<script") == std::string::npos);
}
