#include "common/text/folding.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/segmenter.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

struct FormRow {
    std::string_view literal;
    std::string_view folded;
};

}  // namespace

TEST_CASE("a word is found however it is written") {
    constexpr std::array rows{
        FormRow{"Paris", "paris"},
        FormRow{"NATO", "nato"},
        // Diacritics and letters of their own.
        FormRow{"CAFÉ", "cafe"},
        FormRow{"cafe\u0301", "cafe"},
        FormRow{"Nội", "noi"},
        FormRow{"Straße", "strasse"},
        FormRow{"STRAẞE", "strasse"},
        FormRow{"İstanbul", "istanbul"},
        FormRow{"ılık", "ilik"},
        FormRow{"Łódź", "lodz"},
        FormRow{"Đoković", "dokovic"},
        FormRow{"Ærø", "aero"},
        FormRow{"Œuvre", "oeuvre"},
        FormRow{"Þór", "thor"},
        FormRow{"Ħamrun", "hamrun"},
        FormRow{"ﬁnance", "finance"},
        FormRow{"ΑΘΉΝΑ", "αθηνα"},
        FormRow{"Οδυσσέας", "οδυσσεασ"},
        FormRow{"Ёлка", "елка"},
        FormRow{"Чайковский", "чайковский"},
        FormRow{"Чаи\u0306ковский", "чайковский"},
        FormRow{"Київ", "київ"},
        FormRow{"Ўзбекистон", "ўзбекистон"},
        // Arabic and Hebrew.
        FormRow{"مُحَمَّد", "محمد"},
        FormRow{"أحمد", "احمد"},
        FormRow{"إسلام", "اسلام"},
        FormRow{"آخر", "اخر"},
        FormRow{"كتــاب", "كتاب"},
        FormRow{"שָׁלוֹם", "שלום"},
        // Widths and composition.
        FormRow{"ＡＢＣ１２３", "abc123"},
        FormRow{"ｶﾀｶﾅ", "カタカナ"},
        FormRow{"한국", "한국"},
        FormRow{"\u1112\u1161\u11AB", "한"},
        // Possessives and apostrophes.
        FormRow{"Japan's", "japan"},
        FormRow{"Japan’s", "japan"},
        FormRow{"O'Hare", "ohare"},
        FormRow{"O’Hare", "ohare"},
        FormRow{"l’Homme’s", "lhomme"},
        // Contractions are words of their own: not `well`, `were`, `shed`, `ill`, `wont`, `cant`.
        FormRow{"we'll", "we'll"},
        FormRow{"We’re", "we're"},
        FormRow{"SHE'D", "she'd"},
        FormRow{"I'm", "i'm"},
        FormRow{"they’ve", "they've"},
        FormRow{"won't", "won't"},
        FormRow{"can’t", "can't"},
        FormRow{"can't've", "can't've"},
        FormRow{"it's", "it"},
        // Acronyms.
        FormRow{"U.S.", "us"},
        FormRow{"U.S", "us"},
        FormRow{"US", "us"},
        FormRow{"С.С.С.Р.", "ссср"},
        FormRow{"example.com", "example.com"},
        // Numbers.
        FormRow{"1,200", "1200"},
        FormRow{"1,200,000.5", "1200000.5"},
        FormRow{"1.200.000", "1200000"},
        FormRow{"1.200", "1.200"},
        FormRow{"3.5", "3.5"},
        FormRow{"12,5", "12,5"},
        FormRow{"$20", "20"},
        FormRow{"€3.5", "3.5"},
        FormRow{"£1,200", "1200"},
        FormRow{"5%", "5"},
        FormRow{"٢٠١٢", "2012"},
        FormRow{"१२३", "123"},
        FormRow{"５％", "5"},
    };
    for (const FormRow& row : rows) {
        CAPTURE(row.literal);
        CHECK(fold(row.literal) == row.folded);
    }
}

TEST_CASE("what has nothing left but signs stays as it is") {
    for (const std::string_view sign : {"$"sv, "%"sv, "'"sv, "’"sv, "€"sv, "\u00AD"sv, "\u0640"sv, "\u0301"sv}) {
        CAPTURE(sign);
        CHECK_FALSE(fold(sign).empty());
    }
}

TEST_CASE("diacritics are kept for the stemmer") {
    CHECK(normalize("Élections") == "élections");
    CHECK(normalize("HÄUSER") == "häuser");
    CHECK(drop_diacritics("élections") == "elections");
}

TEST_CASE("long words are cut between code points") {
    CHECK(fold(std::string(1000, 'a')).size() == max_folded_bytes);
    std::string long_word = "a";
    for (int i = 0; i < 200; ++i) long_word += "日";
    const std::string folded = fold(long_word);
    CHECK(folded.size() <= max_folded_bytes);
    CHECK(valid_utf8_prefix(folded) == folded.size());
    CHECK(fold(folded) == folded);
}

TEST_CASE("folding twice changes nothing, and no word folds to nothing") {
    constexpr std::array pieces{
        "a"sv,        "B"sv,
        "s"sv,        "S"sv,
        "é"sv,        "e\u0301"sv,
        "ß"sv,        "ẞ"sv,
        "İ"sv,        "ı"sv,
        "æ"sv,        "Ǽ"sv,
        "ø"sv,        "Ǿ"sv,
        "ﬁ"sv,        "ŉ"sv,
        "й"sv,        "и\u0306"sv,
        "Ї"sv,        "ё"sv,
        "ў"sv,        "Σ"sv,
        "ς"sv,        "ΐ"sv,
        "ᾳ"sv,        "آ"sv,
        "لآ"sv,       "ﻷ"sv,
        "َ"sv,         "ـ"sv,
        "ש"sv,        "ָ"sv,
        "한"sv,       "\u1112\u1161"sv,
        "ガ"sv,       "ｶﾞ"sv,
        "か\u3099"sv, "日"sv,
        "ิ"sv,         "क़"sv,
        "0"sv,        "1"sv,
        "12"sv,       "200"sv,
        "٢"sv,        "５"sv,
        "."sv,        ","sv,
        "'"sv,        "’"sv,
        "'s"sv,       "%"sv,
        "$"sv,        "€"sv,
        "Ⅳ"sv,        "№"sv,
        "ª"sv,        "½"sv,
        "_"sv,        "\u00AD"sv,
        "\u0345"sv,   "\u0327"sv,
        "𝐀"sv,        "ﷺ"sv,
        "℡"sv,        "Å"sv,
    };
    std::mt19937 random(11);
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    std::vector<Segment> segments;
    for (int round = 0; round < 30000; ++round) {
        std::string text;
        for (int i = 0; i < 7; ++i) text += pieces[piece(random)];
        segments.clear();
        segment(text, segments);
        for (const Segment& place : segments) {
            const std::string word = text.substr(place.begin, place.end - place.begin);
            const std::string folded = fold(word);
            CAPTURE(word);
            REQUIRE_FALSE(folded.empty());
            REQUIRE(valid_utf8_prefix(folded) == folded.size());
            REQUIRE_FALSE((folded[0] >= 'A' && folded[0] <= 'Z'));
            REQUIRE(fold(folded) == folded);
        }
    }
}

}  // namespace dateline
