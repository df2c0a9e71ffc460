#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/timex/time_mention.h"
#include "indexer/timex/tokens.h"
#include "indexer/timex/words.h"

/// Rules as rows of a table: a pattern of words, and a function that says what the words mean.
///
/// A pattern is elements parted by blanks, each one token:
///
///     last            this word              MONTH        any word of a class (words.h)
///     last|past       either                 !MONTH|to    anything else, also the end of the text
///     *               anything               the?         or nothing
///     [ of YEAR ]     these, or nothing      -            a hyphen with no blank on either side
///
/// What stands before `<` and behind `>` has to be there, but is no part of the expression. No pattern reaches over
/// the end of a paragraph.
namespace dateline::timex {

class Frame;

/// The tokens of an expression; the end is not included.
struct Match {
    const Tokens& tokens;
    std::size_t begin = 0;
    std::size_t end = 0;

    /// The first, or the last, token of the expression that has one of the classes; nothing where there is none.
    const Token* find(std::uint32_t classes) const;
    const Token* find_last(std::uint32_t classes) const;
    bool has(std::string_view word) const;
};

/// What an expression means.
struct Finding {
    TimexType type = TimexType::date;
    std::string value;
    bool counted = false;  ///< "about", "at least" before it belong to it
    bool period = false;   ///< "early", "the end of" before it belong to it
    bool aside = false;    ///< a comparison; what is told goes on from where it was
};

/// Nothing where the words mean no time after all; the next shorter match is then asked.
using Meaning = std::optional<Finding> (*)(const Match& match, const Frame& frame);

struct Rule {
    std::string_view pattern;
    Meaning meaning;
};

/// Rules ready to be matched. Of several that match at a token the longest is taken, of equals the first of the table.
class RuleBook {
public:
    /// Throws std::logic_error for a pattern with a word that is not in the table.
    explicit RuleBook(std::span<const std::span<const Rule>> tables);

    struct Found {
        Finding finding;
        std::size_t end = 0;
    };
    std::optional<Found> match_at(const Tokens& tokens, std::size_t index, const Frame& frame) const;

private:
    using WordSet = std::bitset<max_words>;

    struct Element {
        std::uint16_t set = 0;
        bool glued = false;
    };
    /// One way to read a pattern, all that is optional decided.
    struct Sequence {
        std::vector<Element> before;  ///< the nearest first
        std::vector<Element> words;
        std::vector<Element> after;
        Meaning meaning = nullptr;
    };

    void add(const Rule& rule);
    void add_readings(std::span<const std::string_view> elements, std::vector<std::string_view> chosen,
                      Meaning meaning);
    void add_reading(std::span<const std::string_view> elements, Meaning meaning);
    Element element(std::string_view text);
    bool fits(const Tokens& tokens, std::size_t index, Element element) const;
    bool fits(const Tokens& tokens, std::size_t index, const Sequence& sequence) const;

    std::vector<WordSet> sets_;
    std::vector<Sequence> sequences_;
    std::vector<std::vector<std::uint16_t>> by_first_word_;  ///< the longest first
};

}  // namespace dateline::timex
