#include "indexer/html/markup_limits.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "indexer/html/document.h"

namespace dateline {

namespace {

std::string times(std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

std::string numbered(std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += " a" + std::to_string(i) + "=1";
    return all;
}

}  // namespace

TEST_CASE("markup within the limits stays as it is") {
    constexpr std::array<std::string_view, 9> pages{
        "",
        "text < more, a<b",
        "<p class=x id='a>b' title=\"<i>\" hidden/>text</p>",
        "<p a = 'x' b= \"y\" =c d==e>text",
        "<p a='never closed",
        "<!-- <p x y z> --><p>",
        "<script>if (a<b) c('>');</script><STYLE>a{}</style>",
        "<script>never closed <p",
        "<p",
    };
    for (const std::string_view page : pages) CHECK(limit_markup(std::string(page)) == page);
}

TEST_CASE("what is over the limits is blank, and the text stays") {
    const std::string many = limit_markup("<p" + numbered(most_attributes + 50'000) + ">text</p>");
    const std::string kept = "<p" + numbered(most_attributes);
    CHECK(many.starts_with(kept + "  "));
    CHECK(many.ends_with("  >text</p>"));
    CHECK(Document("<p" + numbered(100'000) + ">text").text_of(0) == "text");

    const std::string tags = limit_markup(times(most_elements + 2, "<b>") + "text<i>");
    CHECK(tags == times(most_elements, "<b>") + "      text   ");
    CHECK(Document(times(most_elements * 2, "<p>a")).size() < most_elements * 2 + 10);
}

}  // namespace dateline
