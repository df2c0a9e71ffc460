#include "common/text/sentences.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/segmenter.h"

namespace dateline {
namespace {

/// The words of a text, with a bar where a sentence and a pilcrow where a paragraph begins.
std::string sentences_of(std::string_view text) {
    std::vector<Segment> segments;
    segment(text, segments);
    std::string out;
    for (const Segment& place : segments) {
        if (!out.empty()) out += ' ';
        if (place.break_before == Break::sentence) out += "| ";
        if (place.break_before == Break::paragraph) out += "¶ ";
        out += text.substr(place.begin, place.end - place.begin);
    }
    return out;
}

}  // namespace

TEST_CASE("where a sentence ends") {
    struct Row {
        std::string_view text;
        std::string_view sentences;
    };
    constexpr std::array rows{
        Row{"He left. She stayed.", "He left | She stayed"},
        Row{"Really? Yes! He said so", "Really | Yes | He said so"},
        Row{"Really?Yes", "Really Yes"},
        Row{"He left. and came back", "He left and came back"},
        Row{"“It works.” The firm agreed", "It works | The firm agreed"},
        Row{"He cried “Stop!” Then he ran", "He cried Stop | Then he ran"},
        Row{"It ended (badly). Nobody knew", "It ended badly | Nobody knew"},
        Row{"It went on… Nobody knew", "It went on | Nobody knew"},
        // Abbreviations and initials.
        Row{"Mr. Smith met Sen. Jones", "Mr Smith met Sen Jones"},
        Row{"It rained on Aug. 29 in St. Louis", "It rained on Aug 29 in St Louis"},
        Row{"Acme Inc. President Jones", "Acme Inc President Jones"},
        Row{"J. R. Ewing died", "J R Ewing died"},
        Row{"At No. 10 Downing Street", "At No 10 Downing Street"},
        Row{"Germany vs. Italy", "Germany vs Italy"},
        // Acronyms keep their dot and end a sentence only before words that begin one.
        Row{"in the U.S. Senate", "in the U.S. Senate"},
        Row{"in the U.S. The troops", "in the U.S. | The troops"},
        Row{"at 5 p.m. He slept", "at 5 p.m. | He slept"},
        Row{"at 5 p.m. on Friday", "at 5 p.m. on Friday"},
        // Numbers.
        Row{"Am 29. August begann es", "Am 29 August begann es"},
        Row{"Es war 1990. Dann kam er", "Es war 1990 | Dann kam er"},
        Row{"It grew 3.5 percent", "It grew 3.5 percent"},
        // Other scripts.
        Row{"Он ушёл. Она осталась.", "Он ушёл | Она осталась"},
        Row{"он ушёл. она осталась.", "он ушёл она осталась"},
        Row{"帰った。寝た！本当？", "帰 っ た | 寝 た | 本 当"},
        Row{"他走了。她留下", "他 走 了 | 她 留 下"},
        Row{"انتهت القمة. وعاد الوفد", "انتهت القمة | وعاد الوفد"},
        Row{"هل عاد؟ نعم", "هل عاد | نعم"},
        // Paragraphs.
        Row{"One\n\nTwo", "One ¶ Two"},
        Row{"One.\n\nTwo", "One ¶ Two"},
        Row{"One.\nTwo", "One | Two"},
        Row{"one\ntwo", "one two"},
        Row{"in the U.S.\n\nThe troops", "in the U.S. ¶ The troops"},
        // Not the end of anything.
        Row{"red, white; and: blue", "red white and blue"},
        Row{"LONDON (Reuters) - Shares fell", "LONDON Reuters Shares fell"},
        Row{"example.com is down", "example.com is down"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(sentences_of(row.text) == row.sentences);
    }
}

TEST_CASE("nothing ends where a word or the text between is missing") {
    CHECK_FALSE(sentence_ends("", ". ", "The"));
    CHECK_FALSE(sentence_ends("end", "", "The"));
    CHECK(sentence_ends("end", ". ", "The"));
    CHECK(sentence_ends("end", "\xFF. \xFF", "The"));
}

}  // namespace dateline
