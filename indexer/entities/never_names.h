#pragma once

#include <string_view>

namespace dateline::entities {

/// Whether a word is never a name by itself in English: pronouns, articles, conjunctions, prepositions, numbers written
/// out, and names of weekdays and months but those that people are called by too. `in_capitals`: the whole sentence is
/// in capitals; elsewhere a word in capitals is an acronym (`WHO`, `IT`) and may be a name.
bool is_never_name(std::string_view word, bool in_capitals);

}  // namespace dateline::entities
