#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// From a word as written (literal) to the forms it is found by.
namespace dateline {

/// Longest normalised or folded form; longer ones are cut at a code point.
inline constexpr std::size_t max_folded_bytes = 120;

/// A word without what is only spelling: NFKC case folding (Unicode 3.13, toNFKC_Casefold), digits of every script as
/// 0-9, possessive `'s` dropped, apostrophes dropped (`O'Hare` -> `ohare`) but for English contractions (`we'll` is not
/// `well`), dots of acronyms dropped (`U.S.` -> `us`), thousands separators dropped (`1,200` -> `1200`), currency and
/// percent signs dropped. Diacritics stay: stemmers need them.
std::string normalize(std::string_view literal);

/// Diacritics of Latin, Greek, Cyrillic, Arabic and Hebrew letters dropped (Russian `й` and Ukrainian `ї` are letters
/// and stay), `ø ł đ ħ ı æ œ þ ð` to plain letters. For text that is normalised already.
std::string drop_diacritics(std::string normalized);

/// drop_diacritics(normalize(literal)): the folded form. A pure function of the bytes, so the same word folds alike in
/// an article and in a query; folding twice changes nothing more. Never empty for a non-empty word.
std::string fold(std::string_view literal);

}  // namespace dateline
