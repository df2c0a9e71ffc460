#include "indexer/html/url_date.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

namespace dateline {

TEST_CASE("the day in an address") {
    struct Row {
        std::string_view url;
        std::string_view day;
    };
    constexpr std::array rows{
        Row{"https://example.org/2012/08/29/storm", "2012-08-29"},
        Row{"https://example.org/2012/8/9/storm", "2012-08-09"},
        Row{"https://example.org/news/2012-08-29-storm.html", "2012-08-29"},
        Row{"https://example.org/20120829/storm", "2012-08-29"},
        Row{"https://example.org/storm-20120829", "2012-08-29"},
        Row{"https://example.org/news/29-08-2012", "2012-08-29"},
        Row{"https://example.org/2012/aug/29/storm", "2012-08-29"},
        Row{"https://example.org/2012/13/29/storm", ""},
        Row{"https://example.org/2012/08/storm", ""},
        Row{"https://example.org/article/20129999", ""},
        Row{"https://example.org/120829123", ""},
        Row{"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.url);
        const auto date = date_in_url(row.url);
        CHECK((date ? to_iso(*date) : "") == row.day);
    }
}

}  // namespace dateline
