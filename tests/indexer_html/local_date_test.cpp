#include "indexer/html/local_date.h"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

namespace dateline {

TEST_CASE("languages that put the day first") {
    for (const std::string_view language : {"fr", "de-AT", "pt_BR", "es-419", "en-GB", "en_AU", "id"}) {
        CAPTURE(language);
        CHECK(puts_day_first(language));
    }
    for (const std::string_view language : {"en", "en-US", "en-PH", "ja", "zh-CN", "ko", "hu-HU", ""}) {
        CAPTURE(language);
        CHECK_FALSE(puts_day_first(language));
    }
}

TEST_CASE("numbers that only the language puts in order") {
    struct Row {
        std::string_view line;
        std::string_view day;
    };
    constexpr std::array rows{
        Row{"Publié le 03/04/2012 à 10h", "2012-04-03"},
        Row{"3-4-2012", "2012-04-03"},
        Row{"29 August 2012 and 03/04/2012", "2012-08-29"},
        Row{"13/13/2012", ""},
        Row{"03/04/12", ""},
        Row{"03/04-2012", ""},
        Row{"1/03/04/2012", ""},
        Row{"03/04/2012/5", ""},
        Row{"03/04/20125", ""},
        Row{"03/04/", ""},
        Row{"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const auto found = find_local_date(row.line, true);
        CHECK((found ? to_iso(found->date) : "") == row.day);
    }
    CHECK_FALSE(find_local_date("03/04/2012", false));
    const auto found = find_local_date("le 03/04/2012.", true);
    REQUIRE(found);
    CHECK(found->begin == 3);
    CHECK(found->end == 13);
}

}  // namespace dateline
