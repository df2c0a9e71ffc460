#pragma once

#include <string>
#include <string_view>

/// From a word to the Xapian term it is found by: only here, for both programs. Terms live on disk; a change needs a
/// new index format.
///
///   folded word   the word itself (it never begins with a capital letter A-Z)
///   character pair "XB" two characters of a script written without spaces that stand in a row
///   id            "Q" id
///   keyword field the field's prefix, then the folded value
namespace dateline::terms {

/// Xapian allows 245 bytes with zero bytes counted twice; longer ones end in a hash of the whole.
inline constexpr std::size_t max_term_bytes = 200;

std::string word(std::string_view folded);
std::string pair(std::string_view first, std::string_view second);
std::string id(std::string_view id);
std::string keyword(std::string_view prefix, std::string_view folded_value);

}  // namespace dateline::terms
