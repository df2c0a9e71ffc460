#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// What a written date is made of: numbers in any digits, words in lower case, single signs.
struct DateToken {
    enum class Kind : std::uint8_t { number, word, sign, end };

    Kind kind = Kind::end;
    std::string word;        ///< a word in lower case, or the sign
    int number = 0;          ///< value of a number; longer ones than nine digits have none
    std::size_t digits = 0;  ///< of a number, how many
    std::size_t begin = 0;   ///< byte offsets into the text
    std::size_t end = 0;
    bool space_before = false;

    bool is_word(std::string_view text) const { return kind == Kind::word && word == text; }
    bool is_sign(char sign) const { return kind == Kind::sign && word.size() == 1 && word.front() == sign; }
    bool is_number() const { return kind == Kind::number; }
};

/// The tokens of a text. Behind the last there are as many of kind `end` as anyone looks for.
class DateTokens {
public:
    explicit DateTokens(std::vector<DateToken> tokens) : tokens_(std::move(tokens)) {}

    std::size_t size() const { return tokens_.size(); }
    const DateToken& operator[](std::size_t index) const { return index < tokens_.size() ? tokens_[index] : end_; }

private:
    std::vector<DateToken> tokens_;
    DateToken end_;
};

/// ASCII, Arabic-Indic, Persian, Devanagari, Bengali, Thai and full-width digits count as digits; a Han character is a
/// word of its own; dashes are `-`, the full-width colon is `:`.
DateTokens date_tokens(std::string_view text);

}  // namespace dateline
