#include "indexer/readers/html.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "tests/indexer_readers/read_all.h"

namespace dateline {

using tests::read_all;

TEST_CASE("pages are read in the encoding they are in") {
    struct Row {
        std::string_view name;
        std::string page;
        std::string_view text;
    };
    const std::array rows{
        Row{"declared", "<meta charset=windows-1251><p>\xCC\xE8\xF0", "Мир"},
        Row{"http-equiv", "<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><p>\x93\xFA\x96\x7B",
            "日本"},
        Row{"XML declaration", "<?xml version='1.0' encoding='iso-8859-2'?><html><p>\xB1", "ą"},
        Row{"Latin 1 means Windows-1252", "<meta charset=iso-8859-1><p>\x93quote\x94", "“quote”"},
        Row{"UTF-8 beyond doubt, whatever is declared",
            "<meta charset=iso-8859-1><p>Gr\xC3\xBC\xC3\x9F"
            "e",
            "Grüße"},
        Row{"byte order mark", "\xEF\xBB\xBF<meta charset=windows-1251><p>\xC3\xA9", "é"},
        Row{"UTF-16", std::string("\xFF\xFE<\0p\0>\0\xE9\0", 10), "é"},
        Row{"nothing declared, no UTF-8", "<p>caf\xE9 d\xE9j\xE0 vu \xE0 la carte, un \xE9t\xE9 \xE0 Paris",
            "café déjà"},
        Row{"unknown name", "<meta charset=x-none><p>caf\xE9 d\xE9j\xE0 vu \xE0 la carte, un \xE9t\xE9", "café déjà"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const auto readings = read_all(HtmlReader(), row.page);
        REQUIRE(readings.articles.size() == 1);
        REQUIRE(readings.articles.front().html.has_value());
        CHECK(readings.articles.front().html->find(row.text) != std::string::npos);
    }
}

TEST_CASE("damaged bytes are told of") {
    std::string page = "<meta charset=utf-8><p>";
    for (int i = 0; i < 200; ++i) {
        page +=
            "Gr\xC3\xBC\xC3\x9F"
            "e ";
    }
    const auto readings = read_all(HtmlReader(), page + "\xFF");
    REQUIRE(readings.articles.size() == 1);
    CHECK(readings.articles.front().warnings.size() == 1);
    CHECK(readings.articles.front().html->find("Grüße") != std::string::npos);
}

TEST_CASE("an empty page has no text") {
    const auto readings = read_all(HtmlReader(), " \n");
    CHECK(readings.articles.empty());
    REQUIRE(readings.skipped.size() == 1);
    CHECK(readings.skipped.front().reason == "no text");
}

}  // namespace dateline
