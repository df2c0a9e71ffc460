#include "common/text/utf8.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "common/text/language.h"

namespace dateline {

TEST_CASE("UTF-8 is valid or ends where it stops being so") {
    struct Row {
        std::string_view text;
        std::size_t valid;
    };
    constexpr std::array rows{
        Row{"", 0},
        Row{"plain ASCII, longer than a word", 31},
        Row{"caf\xC3\xA9", 5},
        Row{"\xE2\x82\xAC\xF0\x9F\x98\x80", 7},
        Row{"caf\xE9 creme", 3},
        Row{"\xC0\x80", 0},          // overlong
        Row{"\xE0\x80\x80", 0},      // overlong
        Row{"\xED\xA0\x80", 0},      // surrogate
        Row{"\xF4\x90\x80\x80", 0},  // over U+10FFFF
        Row{"ab\xE2\x82", 2},        // cut off
        Row{"12345678\xFF", 8},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(valid_utf8_prefix(row.text) == row.valid);
    }
}

TEST_CASE("invalid bytes are Windows-1252 or damage") {
    struct Row {
        std::string_view text;
        std::string_view repaired;
        std::size_t replaced;
    };
    constexpr std::array rows{
        Row{"abc", "abc", 0},
        Row{"caf\xE9", "café", 1},
        Row{"\x93quoted\x94 \x96 5 \x80", "“quoted” – 5 €", 4},
        Row{"\x81", "\uFFFD", 1},
        Row{"caf\xC3\xA9 caf\xE9", "café caf\uFFFD", 1},  // UTF-8 elsewhere: damage
        Row{"na\xC3\xAFve \xE2\x82", "naïve \uFFFD\uFFFD", 2},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        std::string text(row.text);
        CHECK(repair_utf8(text) == row.replaced);
        CHECK(text == row.repaired);
        CHECK(valid_utf8_prefix(text) == text.size());
    }
}

TEST_CASE("bytes and code points count each other") {
    constexpr std::string_view text = "a é € 😀";
    CHECK(count_code_points(text) == 7);
    CHECK(byte_offset_of(text, 2) == 2);
    CHECK(byte_offset_of(text, 3) == 4);
    CHECK(byte_offset_of(text, 99) == text.size());
    CHECK(code_point_index_of(text, 4) == 3);
    CHECK(code_point_index_of(text, 3) == 2);  // inside é
    CHECK(cut_at_code_point(text, 3) == "a ");
    CHECK(cut_at_code_point(text, 4) == "a é");
    std::size_t position = 9;
    CHECK(next_code_point(text, position) == U'😀');
    CHECK(position == text.size());
}

TEST_CASE("white space and control characters") {
    CHECK(squeeze_space("  a \t b\u00A0\u3000c\n") == "a b c");
    CHECK(squeeze_space("a\x01\x02 b\uFEFF") == "a b");
    CHECK(squeeze_space(" \n ").empty());
    CHECK(trim(" \r\n a b \n") == "a b");
    std::string text = "a\r\nb\rc\x03\t";
    strip_controls(text);
    CHECK(text == "a\nb\nc\t");
}

TEST_CASE("languages are told apart") {
    struct Row {
        std::string_view text;
        std::string_view language;
    };
    constexpr std::array rows{
        Row{"The government said on Friday that the talks would go on next week.", "en"},
        Row{"Die Regierung teilte am Freitag mit, dass die Gespräche weitergehen.", "de"},
        Row{"Le gouvernement a annoncé vendredi que les négociations continuent.", "fr"},
        Row{"El gobierno anunció el viernes que las conversaciones continúan.", "es"},
        Row{"Правительство сообщило в пятницу, что переговоры продолжаются.", "ru"},
        Row{"مصر تعلن اليوم الجمعة أن المحادثات مستمرة في الأسبوع المقبل", "ar"},
        Row{"政府は金曜日、協議が来週も続くと発表した。", "ja"},
        Row{"政府星期五宣布会谈将于下周继续。", "zh"},
        Row{"รัฐบาลแถลงเมื่อวันศุกร์ว่าการเจรจาจะดำเนินต่อไป", "th"},
        Row{"", ""},
        Row{"1234", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(detect_language(row.text) == row.language);
    }
}

}  // namespace dateline
