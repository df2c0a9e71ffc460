#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The words of a text in lower case; signs part words, characters of scripts without spaces are words of their own.
std::vector<std::string> plain_words(std::string_view text);

/// How much two short texts have in common: twice the words of both over the words of each (Dice), 0 to 1.
double word_overlap(std::string_view a, std::string_view b);

}  // namespace dateline
