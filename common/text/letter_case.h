#pragma once

#include <string_view>

namespace dateline {

/// Whether any letter of a word is a capital (Unicode Lu or Lt).
bool has_capital(std::string_view word);
/// Whether it has letters with case, and all of them are capitals.
bool is_all_capitals(std::string_view word);

/// The letter in lower case, by Unicode's simple mapping; anything else as it is.
char32_t lower_case(char32_t c);
bool is_letter(char32_t c);

}  // namespace dateline
