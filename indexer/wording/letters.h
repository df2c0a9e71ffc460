#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Letters and words as far as shapes of lines need them. (Folding for search is common/text/folding.)
namespace dateline {

/// Lower case of Latin, Greek and Cyrillic letters.
std::string lower_case(std::string_view text);
bool is_capital(char32_t c);
/// A letter of a script that has no capitals (Han, Kana, Thai, Arabic, Hebrew, ...).
bool has_no_case(char32_t c);
/// The first code point, 0 for an empty text.
char32_t first_letter(std::string_view text);
/// Words parted by blanks.
std::vector<std::string_view> words_of(std::string_view text);

}  // namespace dateline
