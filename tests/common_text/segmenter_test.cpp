#include "common/text/segmenter.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

std::vector<Segment> segments_of(std::string_view text) {
    std::vector<Segment> segments;
    segment(text, segments);
    return segments;
}

/// The words of a text with a bar between them.
std::string words_of(std::string_view text) {
    std::string words;
    for (const Segment& place : segments_of(text)) {
        if (!words.empty()) words += '|';
        words += text.substr(place.begin, place.end - place.begin);
    }
    return words;
}

/// Which of the words follow the one before without anything between, and which are single characters: one letter each.
std::string marks_of(std::string_view text) {
    std::string marks;
    for (const Segment& place : segments_of(text)) {
        const char alone = place.character ? 'c' : 'w';
        marks += place.glued ? static_cast<char>(alone - 'a' + 'A') : alone;
    }
    return marks;
}

using Random = std::mt19937;

template <typename List>
const auto& any_of(const List& list, Random& random) {
    return list[std::uniform_int_distribution<std::size_t>(0, list.size() - 1)(random)];
}

// Nothing that our tailoring treats apart: no single letters, elided articles, colons, currency, capitals after a full
// stop, scripts without spaces; Hebrew stands away from quotation marks (UAX #29 keeps a mark inside Hebrew acronyms).
constexpr std::array words{
    "paris"sv,   "gouvernement"sv, "über"sv,    "straße"sv, "cafe\u0301s"sv, "so\u00ADlid"sv,
    "αθήνα"sv,   "κυβέρνηση"sv,    "москва"sv,  "выборы"sv, "й\u0306ода"sv,  "القاهرة"sv,
    "مُحَمَّد"sv,    "12"sv,           "1200"sv,    "٢٠١٢"sv,   "b2b"sv,         "x1"sv,
    "foo_bar"sv, "երևան"sv,        "თბილისი"sv, "दिल्ली"sv,
};
constexpr std::array separators{
    " "sv,  "  "sv, "\n"sv, "\n\n"sv, "-"sv,      "–"sv,       "— "sv, "!"sv, "? "sv, " ("sv,
    ") "sv, "“"sv,  "” "sv, "…"sv,    "/"sv,      "·"sv,       "_"sv,  ","sv, ", "sv, "."sv,
    ". "sv, "'"sv,  "’"sv,  "''"sv,   "\u200B"sv, " \u0301"sv, "&"sv,  "+"sv, "\t"sv,
};

std::string random_text(Random& random) {
    std::string text;
    const int size = std::uniform_int_distribution<int>(1, 12)(random);
    for (int i = 0; i < size; ++i) {
        // ICU joins nothing to Hangul, which it leaves to a dictionary.
        if (random() % 10 == 0) text += " 서울에서 ";
        text += any_of(words, random);
        text += any_of(separators, random);
    }
    return text;
}

bool is_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<UChar32>(next_code_point(text, at));
        if (u_isalnum(c) || u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_EXTENDNUMLET) return true;
    }
    return false;
}

/// The words ICU's own iterator finds, in the shape of words_of().
std::string icu_words_of(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    UText* opened = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    REQUIRE(U_SUCCESS(status));
    breaks->setText(opened, status);
    std::string found;
    std::int32_t begin = breaks->first();
    for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
        const auto piece = text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        begin = end;
        if (!is_word(piece)) continue;
        if (!found.empty()) found += '|';
        found += piece;
    }
    utext_close(opened);
    return found;
}

}  // namespace

TEST_CASE("words are cut as UAX #29 cuts them, where we do not differ on purpose") {
    Random random(20120829);
    for (int round = 0; round < 5000; ++round) {
        const std::string text = random_text(random);
        CAPTURE(text);
        REQUIRE(words_of(text) == icu_words_of(text));
    }
}

TEST_CASE("what news writes as one word, and what it writes as several") {
    struct Row {
        std::string_view text;
        std::string_view words;
    };
    constexpr std::array rows{
        Row{"", ""},
        Row{" .,;!-'’“”%$€ \n\n", ""},
        Row{"U.S.", "U.S."},
        Row{"the U.S. troops", "the|U.S.|troops"},
        Row{"the U.S, again", "the|U.S|again"},
        Row{"at 5 a.m., he", "at|5|a.m.|he"},
        Row{"С.С.С.Р. распался", "С.С.С.Р.|распался"},
        Row{"the end.", "the|end"},
        Row{"J. R. Ewing", "J|R|Ewing"},
        Row{"O'Hare and O’Hare", "O'Hare|and|O’Hare"},
        Row{"don't can’t", "don't|can’t"},
        Row{"Japan's citizens' rights", "Japan's|citizens|rights"},
        Row{"l'avion d’eau", "l|avion|d|eau"},
        Row{"qu'il s'est", "qu|il|s|est"},
        Row{"dell'arte all’Italia", "dell|arte|all|Italia"},
        Row{"aujourd'hui", "aujourd'hui"},
        Row{"$20 €3.5 £1,200 ¥500", "$20|€3.5|£1,200|¥500"},
        Row{"US$20", "US|$20"},
        Row{"$ 20 20$", "20|20"},
        Row{"5% 3.5% 20 % 7‰", "5%|3.5%|20|7‰"},
        Row{"1,200 1.200.000 3,5", "1,200|1.200.000|3,5"},
        Row{"2012, 2013", "2012|2013"},
        Row{"last-minute", "last|minute"},
        Row{"AT&T", "AT|T"},
        Row{"said.The", "said|The"},
        Row{"example.com", "example.com"},
        Row{"title:word 6:30 1;2", "title|word|6|30|1|2"},
        Row{"F-16 B2B snake_case", "F|16|B2B|snake_case"},
        Row{"naïve nai\u0308ve", "naïve|nai\u0308ve"},
        Row{"拉致被害者", "拉|致|被|害|者"},
        Row{"2012年8月", "2012|年|8|月"},
        Row{"ソニーのTV", "ソ|ニ|ー|の|TV"},
        Row{"人々、東京。", "人|々|東|京"},
        Row{"か\u3099", "か\u3099"},
        Row{"ไทย", "ไ|ท|ย"},
        Row{"ที่", "ท|ี|่"},
        Row{"한국의 서울", "한국의|서울"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(words_of(row.text) == row.words);
    }
}

TEST_CASE("characters and glued words are marked") {
    CHECK(marks_of("last-minute") == "ww");
    CHECK(marks_of("拉致 問題") == "cCcC");
    CHECK(marks_of("2012年TV") == "wCW");
    CHECK(marks_of("US$20") == "wW");
}

TEST_CASE("any bytes give words in order and within bounds") {
    Random random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    constexpr std::array pieces{
        "\xED\xA0\x80"sv, "\xF4\x90\x80\x80"sv, "\xC0\x80"sv, "U.S."sv, "$"sv, "1,"sv, "'"sv, "\u0301"sv,
        "日"sv,           "\xE2\x82"sv,         "\n\n"sv,     "\0"sv};
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (int i = 0; i < 20; ++i) {
            if (i % 3 == 0) text += any_of(pieces, random);
            else text += static_cast<char>(byte(random));
        }
        CAPTURE(text);
        std::uint32_t last = 0;
        for (const Segment& place : segments_of(text)) {
            REQUIRE(place.begin >= last);
            REQUIRE(place.end > place.begin);
            REQUIRE(place.end <= text.size());
            last = place.end;
            const auto word = std::string_view(text).substr(place.begin, place.end - place.begin);
            REQUIRE(valid_utf8_prefix(word) == word.size());
        }
    }
}

TEST_CASE("segments are appended") {
    std::vector<Segment> segments;
    segment("one two", segments);
    segment("three", segments);
    REQUIRE(segments.size() == 3);
    CHECK(segments[2].begin == 0);
    CHECK(segments[2].break_before == Break::none);
    CHECK_FALSE(segments[2].glued);
}

}  // namespace dateline
