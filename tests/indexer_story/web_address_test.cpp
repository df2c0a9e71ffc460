#include "indexer/story/web_address.h"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

namespace dateline {

TEST_CASE("addresses lose what is not theirs") {
    struct Row {
        std::string_view url;
        std::string_view tidy;
    };
    constexpr std::array rows{
        Row{"HTTPS://Example.ORG:443/Storm?utm_source=x&id=7&fbclid=y#top", "https://example.org/Storm?id=7"},
        Row{"http://example.org:80/", "http://example.org/"},
        Row{"https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"},
        Row{"urn:example:1", "urn:example:1"},
        Row{"reuters21578-1", "reuters21578-1"},
        Row{"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.url);
        CHECK(tidy_address(row.url) == row.tidy);
    }
}

TEST_CASE("mobile and AMP pages are the page they show") {
    for (const std::string_view variant : {
             "https://www.example.org/storm",
             "http://example.org/storm/",
             "https://m.example.org/storm",
             "https://amp.example.org/storm",
             "https://www.example.org/amp/storm",
             "https://www.example.org/storm/amp/",
             "https://www.example.org/storm?amp=1",
             "https://www.example.org/storm?outputType=amp&utm_medium=social",
         }) {
        CAPTURE(variant);
        CHECK(joint_address(variant) == "https://example.org/storm");
    }
    CHECK(joint_address("https://example.org/storm.amp.html") == "https://example.org/storm.html");
    CHECK(joint_address("https://example.org/storm?page=2") == "https://example.org/storm?page=2");
    CHECK(joint_address("https://m.org/storm") == "https://m.org/storm");
    CHECK(joint_address("content-1") == "content-1");
}

}  // namespace dateline
