#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The words of a text in lower case; signs part words, characters of scripts without spaces are words of their own.
std::vector<std::string> plain_words(std::string_view text);

/// The words of a short text, for comparing it with many.
class WordBag {
public:
    explicit WordBag(std::string_view text);

    /// How much two texts have in common: twice the words of both over the words of each (Dice), 0 to 1.
    double overlap(const WordBag& other) const;

private:
    std::vector<std::string> words_;  ///< sorted
};

double word_overlap(std::string_view a, std::string_view b);

}  // namespace dateline
