#pragma once

#include <string_view>

/// Where one sentence ends and the next begins, decided between two words.
namespace dateline {

/// Whether a sentence ends between the word `before` and the word `after`, given the text `between` them. A full stop
/// ends none after an abbreviation (`Mr.`, `Aug.`), an initial, or before a lower-case word; after an acronym (`U.S.`)
/// only before words that usually begin a sentence.
bool sentence_ends(std::string_view before, std::string_view between, std::string_view after);

}  // namespace dateline
