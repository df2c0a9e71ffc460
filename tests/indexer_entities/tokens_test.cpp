// How text is cut into sentences and words before names are looked for.

#include "indexer/entities/tokens.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/text/utf8.h"

namespace dateline::entities {
namespace {

/// Words parted by blanks, sentences by ` | `.
std::string cut(std::string_view text, Hyphens hyphens = Hyphens::keep) {
    const Tokens tokens = tokenize(text, hyphens);
    std::string joined;
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
        const bool begins = sentence < tokens.sentences.size() && tokens.sentences[sentence] == i;
        if (begins) ++sentence;
        if (i > 0) joined += begins ? " | " : " ";
        joined += text.substr(tokens.tokens[i].begin, tokens.tokens[i].end - tokens.tokens[i].begin);
    }
    return joined;
}

struct Row {
    std::string_view text;
    std::string_view words;
};

}  // namespace

TEST_CASE("punctuation stands apart, full stops stay on acronyms and abbreviations") {
    constexpr Row rows[] = {
        {"EU rejects German call.", "EU rejects German call ."},
        {"\"Yes,\" he said (twice).", "\" Yes , \" he said ( twice ) ."},
        {"The U.S. and U.K. agreed.", "The U.S. and U.K. agreed ."},
        {"He left the U.S. The talks go on.", "He left the U.S. | The talks go on ."},
        {"Mr. Smith of Smith Corp. said so.", "Mr. Smith of Smith Corp. said so ."},
        {"It belongs to Smith Corp.", "It belongs to Smith Corp ."},
        {"J. Smith and A.B. Jones", "J. Smith and A.B. Jones"},
        {"Japan's and Peru’s ships", "Japan 's and Peru ’s ships"},
        {"They don't, we'll see", "They do n't , we 'll see"},
        {"the players' union", "the players ' union"},
        {"O'Neill of l'Abbaye", "O'Neill of l'Abbaye"},
        {"$1,200.50, 3.5% and 10:30", "$ 1,200.50 , 3.5 % and 10:30"},
        {"German-born Anglo-Dutch", "German-born Anglo-Dutch"},
        {"Paris--the city—is", "Paris -- the city — is"},
        {"Wait... what?", "Wait ... what ?"},
        {"see www.example.org/a-b, or a@example.org.", "see www.example.org/a-b , or a@example.org ."},
        {"“Go,” she said.", "“ Go , ” she said ."},
        {"1. Smith 2. Jones", "1. Smith 2 . | Jones"},
        {"", ""},
        {" \n ", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(cut(row.text) == row.words);
    }
}

TEST_CASE("sentences end at full stops before a capital, and at line feeds") {
    constexpr Row rows[] = {
        {"One. Two.", "One . | Two ."},
        {"One? Two!", "One ? | Two !"},
        {"\"One.\" Two.", "\" One . \" | Two ."},
        {"A headline\n\nThe text", "A headline | The text"},
        {"at 5 p.m. on the day", "at 5 p.m. on the day"},
        {"He came. and went", "He came . and went"},
        {"Dr. Jones vs. Mr. Smith", "Dr. Jones vs. Mr. Smith"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(cut(row.text) == row.words);
    }
}

TEST_CASE("words are cut at hyphens where the rules say so, numbers are not") {
    CHECK(cut("sub-Saharan Africa, 2-1", Hyphens::cut) == "sub - Saharan Africa , 2-1");
}

TEST_CASE("tokens lie in the text in its order, on borders of characters") {
    std::uint64_t state = 1;
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) {
            constexpr std::string_view pieces[] = {"A", "b",  ".", " ", "\n", "'s", "’",   "“",
                                                   "-", "--", "é", "1", ",",  "(",  "...", "…"};
            state = state * 6364136223846793005U + 1442695040888963407U;
            text += pieces[(state >> 33U) % std::size(pieces)];
        }
        CAPTURE(text);
        for (const Hyphens hyphens : {Hyphens::keep, Hyphens::cut}) {
            const Tokens tokens = tokenize(text, hyphens);
            std::string kept;
            std::uint32_t at = 0;
            for (const Token& token : tokens.tokens) {
                REQUIRE(token.begin >= at);
                REQUIRE(token.begin < token.end);
                REQUIRE(token.end <= text.size());
                CHECK(valid_utf8_prefix(text.substr(token.begin, token.end - token.begin)) == token.end - token.begin);
                kept += text.substr(token.begin, token.end - token.begin);
                at = token.end;
            }
            std::string whole;
            for (const char c : text) {
                if (c != ' ' && c != '\n') whole += c;
            }
            CHECK(kept == whole);  // nothing is lost
        }
    }
}

}  // namespace dateline::entities
