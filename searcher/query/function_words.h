#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::query {

/// Words that carry nothing in a question: articles, prepositions, pronouns, auxiliaries, question words. Which of
/// `words` (lower case) are such in the one language that has most of them among `words`: English, German, French,
/// Spanish, Italian, Dutch, Portuguese; of equals the first.
std::vector<bool> are_function_words(const std::vector<std::string>& words);

}  // namespace dateline::query
