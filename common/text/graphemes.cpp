#include "common/text/graphemes.h"

#include <unicode/uchar.h>

#include "common/text/utf8.h"

namespace dateline {

namespace {

char32_t code_point_at(std::string_view text, std::size_t at) { return next_code_point(text, at); }

/// Where the code point before byte `at` starts.
std::size_t previous(std::string_view text, std::size_t at) {
    do {
        --at;
    } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

int cluster_class(char32_t point) {
    return u_getIntPropertyValue(static_cast<UChar32>(point), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool extends(int kind) { return kind == U_GCB_EXTEND || kind == U_GCB_SPACING_MARK || kind == U_GCB_ZWJ; }

/// GB6 to GB8: Korean syllables written in jamo.
bool same_syllable(int before, int after) {
    switch (before) {
    case U_GCB_L: return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V: return after == U_GCB_V || after == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T: return after == U_GCB_T;
    default: return false;
    }
}

/// GB12, GB13: flags are pairs of regional indicators; whether `at` stands inside a pair.
bool inside_flag(std::string_view text, std::size_t at) {
    std::size_t indicators = 0;
    while (at > 0) {
        at = previous(text, at);
        if (cluster_class(code_point_at(text, at)) != U_GCB_REGIONAL_INDICATOR) {
            break;
        }
        ++indicators;
    }
    return indicators % 2 == 1;
}

}  // namespace

bool is_grapheme_boundary(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) {
        return true;
    }
    const char32_t after = code_point_at(text, at);
    const char32_t before = code_point_at(text, previous(text, at));
    if (after < 0x80 && before < 0x80) {
        return before != '\r' || after != '\n';
    }
    const int kind_after = cluster_class(after);
    const int kind_before = cluster_class(before);
    if (extends(kind_after) || kind_before == U_GCB_PREPEND || same_syllable(kind_before, kind_after)) {
        return false;
    }
    if (kind_before == U_GCB_ZWJ) {
        return u_hasBinaryProperty(static_cast<UChar32>(after), UCHAR_EXTENDED_PICTOGRAPHIC) == 0;
    }
    return kind_after != U_GCB_REGIONAL_INDICATOR || kind_before != U_GCB_REGIONAL_INDICATOR || !inside_flag(text, at);
}

unsigned display_width(char32_t point) {
    if (point >= 0x20 && point < 0x7F) {
        return 1;
    }
    const auto code = static_cast<UChar32>(point);
    const auto kind = u_charType(code);
    if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) {
        return 0;
    }
    const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        columns += display_width(next_code_point(text, at));
    }
    return columns;
}

}  // namespace dateline
