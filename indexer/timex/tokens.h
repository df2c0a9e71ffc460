#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/timex/words.h"

namespace dateline::timex {

/// A word, a number or a sign of a text, with the classes of words that speak of time.
struct Token {
    std::uint32_t begin = 0;  ///< bytes into the text
    std::uint32_t end = 0;
    WordId word = no_word;
    std::uint32_t classes = 0;
    double amount = 0;  ///< of numbers and count words; 0 for "several"; else the word's value
    std::uint8_t digits = 0;
    bool space_before = false;
    bool break_before = false;  ///< a paragraph begins with it
    bool capital = false;
    bool letters = false;  ///< a word, whether it speaks of time or not

    bool is(std::uint32_t of_classes) const { return (classes & of_classes) != 0; }
    /// No more than a thousand million.
    int value() const { return static_cast<int>(std::min(amount, 1e9)); }
};

/// The tokens of a text. Behind the last and before the first stand as many empty ones as anyone looks for.
class Tokens {
public:
    Tokens(std::string_view text, std::vector<Token> tokens) : text_(text), tokens_(std::move(tokens)) {}

    std::size_t size() const { return tokens_.size(); }
    /// An index before the first wraps around to one far behind the last.
    const Token& operator[](std::size_t index) const { return index < tokens_.size() ? tokens_[index] : none_; }
    std::string_view text(std::size_t index) const {
        const Token& token = (*this)[index];
        return text_.substr(token.begin, token.end - token.begin);
    }
    std::string_view text() const { return text_; }
    /// Whether a sentence begins with a token.
    bool begins_sentence(std::size_t index) const;

private:
    std::string_view text_;
    std::vector<Token> tokens_;
    Token none_;
};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// Cuts valid UTF-8 of less than 4 GiB. Numbers in words are one token (`twenty-five`, `two and a half`, `nineteen
/// ninety-six`, `a few`), as are `1,200`, `5 1/2`, `21st`, `1970s`, `a.m.`, and an abbreviation with its full stop.
/// Months and weekdays count only where they are no names or verbs (`May`, `march`, `Sun`).
Tokens tokenize(std::string_view text);

}  // namespace dateline::timex
