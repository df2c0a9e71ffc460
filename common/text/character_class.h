#pragma once

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <cstdint>

/// What the segmenter needs to know of a code point: UAX #29's Word_Break property, reduced to the classes that decide
/// something here, with our tailoring.
namespace dateline {

enum class CharacterClass : std::uint8_t {
    other,       ///< parts words
    letter,      ///< ALetter, Hebrew_Letter
    digit,       ///< Numeric
    connector,   ///< ExtendNumLet: underscore and its kin
    extend,      ///< Extend, Format, ZWJ: belongs to what stands before it
    character,   ///< a code point of a script written without spaces: a token of its own
    full_stop,   ///< MidNumLet: between letters or digits
    apostrophe,  ///< Single_Quote, U+2019: between letters
    mid_number,  ///< MidNum: between digits
    mid_letter,  ///< MidLetter but for the colon: between letters
    currency,
    percent,
};

namespace detail {

inline bool is_spaceless_script(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return false;
    }
}

inline bool is_currency(UChar32 c) { return u_charType(c) == U_CURRENCY_SYMBOL; }

inline CharacterClass look_up_class(UChar32 c) {
    if (c == '%' || c == 0x2030 || c == 0xFF05 || c == 0x066A) return CharacterClass::percent;
    if (c == ':' || c == ';') return CharacterClass::other;  // `title:word` and `1;2` are two words in news
    const auto word_break = static_cast<UWordBreakValues>(u_getIntPropertyValue(c, UCHAR_WORD_BREAK));
    switch (word_break) {
    case U_WB_NUMERIC: return CharacterClass::digit;
    case U_WB_EXTENDNUMLET: return CharacterClass::connector;
    case U_WB_MIDNUMLET: return c == 0x2019 || c == 0x2018 ? CharacterClass::apostrophe : CharacterClass::full_stop;
    case U_WB_SINGLE_QUOTE: return CharacterClass::apostrophe;
    case U_WB_MIDNUM: return CharacterClass::mid_number;
    case U_WB_MIDLETTER: return CharacterClass::mid_letter;
    default: break;
    }
    const bool spaceless = c > 0xE00 && (is_spaceless_script(c) || word_break == U_WB_KATAKANA);
    if (spaceless &&
        (u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_COMBINING_SPACING_MARK ||
         u_charType(c) == U_MODIFIER_LETTER || u_charType(c) == U_LETTER_NUMBER)) {
        return CharacterClass::character;
    }
    switch (word_break) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER: return CharacterClass::letter;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
    case U_WB_ZWJ: return CharacterClass::extend;
    default: break;
    }
    if (is_currency(c)) return CharacterClass::currency;
    return u_isalnum(c) ? CharacterClass::letter : CharacterClass::other;
}

inline constexpr UChar32 table_size = 0x590;  // Latin, Greek, Cyrillic

inline std::array<CharacterClass, table_size> make_class_table() {
    std::array<CharacterClass, table_size> table{};
    for (UChar32 c = 0; c < table_size; ++c) table[static_cast<std::size_t>(c)] = look_up_class(c);
    return table;
}

}  // namespace detail

inline CharacterClass class_of(UChar32 c) {
    static const auto table = detail::make_class_table();
    if (c >= 0 && c < detail::table_size) return table[static_cast<std::size_t>(c)];
    return c < 0 ? CharacterClass::other : detail::look_up_class(c);
}

}  // namespace dateline
