#include "common/text/sentences.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "common/text/code_point.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

// Sorted. Without the full stop.
constexpr std::array abbreviations{
    "Adm"sv,  "Apr"sv,  "Assn"sv, "Aug"sv, "Ave"sv,  "Bros"sv, "Brig"sv, "Capt"sv, "Cie"sv,    "Co"sv,   "Col"sv,
    "Corp"sv, "Cos"sv,  "Dec"sv,  "Dr"sv,  "Feb"sv,  "Fig"sv,  "Ft"sv,   "Gen"sv,  "Gov"sv,    "Hon"sv,  "Inc"sv,
    "Jan"sv,  "Jr"sv,   "Jul"sv,  "Jun"sv, "Lt"sv,   "Ltd"sv,  "Maj"sv,  "Mar"sv,  "Messrs"sv, "Mme"sv,  "Mr"sv,
    "Mrs"sv,  "Ms"sv,   "Mt"sv,   "No"sv,  "Nos"sv,  "Nov"sv,  "Oct"sv,  "Pfc"sv,  "Ph"sv,     "Prof"sv, "Pvt"sv,
    "Rep"sv,  "Reps"sv, "Rev"sv,  "Sen"sv, "Sens"sv, "Sep"sv,  "Sept"sv, "Sgt"sv,  "Sr"sv,     "St"sv,   "Ste"sv,
    "Str"sv,  "bzw"sv,  "ca"sv,   "cf"sv,  "etc"sv,  "mln"sv,  "vs"sv,
};

constexpr std::array sentence_openers{
    "A"sv,    "After"sv, "Although"sv, "An"sv,      "And"sv,  "As"sv,    "At"sv,    "But"sv,
    "For"sv,  "He"sv,    "How"sv,      "However"sv, "I"sv,    "If"sv,    "In"sv,    "It"sv,
    "Its"sv,  "On"sv,    "She"sv,      "Some"sv,    "The"sv,  "Their"sv, "There"sv, "These"sv,
    "They"sv, "This"sv,  "Those"sv,    "We"sv,      "What"sv, "When"sv,  "While"sv, "With"sv,
};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool begins_lower(std::string_view word) {
    std::size_t at = 0;
    return !word.empty() && u_islower(decode_code_point(word, at));
}

bool is_initial(std::string_view word) { return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z'; }

bool is_number(std::string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

enum class Ender { none, full_stop, other, ideographic };

struct Found {
    Ender ender = Ender::none;
    bool at_once = false;  ///< the mark follows the word directly
    bool space_after = false;
};

Found find_ender(std::string_view between) {
    Found found;
    for (std::size_t at = 0; at < between.size();) {
        const bool first = at == 0;
        const UChar32 c = decode_code_point(between, at);
        switch (c) {
        case '.':
            if (found.ender == Ender::none) found = {Ender::full_stop, first, false};
            break;
        case '!':
        case '?':
        case 0x2026:
        case 0x061F:
        case 0x06D4:
        case 0x0964:
        case 0x203D: found.ender = Ender::other; break;
        case 0x3002:
        case 0xFF01:
        case 0xFF1F:
        case 0xFF61:
        case 0x104B: found.ender = Ender::ideographic; return found;
        default:
            if (found.ender != Ender::none && u_isUWhiteSpace(c)) found.space_after = true;
        }
    }
    return found;
}

}  // namespace

bool sentence_ends(std::string_view before, std::string_view between, std::string_view after) {
    if (before.empty() || between.empty()) return false;
    const bool acronym = before.size() > 2 && before.back() == '.';
    if (between == ", " || (between == " " && !acronym)) return false;
    const Found found = find_ender(between);
    if (found.ender == Ender::ideographic) return true;
    if (acronym && found.ender == Ender::none) return contains(sentence_openers, after);
    if (found.ender == Ender::none || !found.space_after || begins_lower(after)) return false;
    if (found.ender == Ender::other || !found.at_once) return true;
    if (contains(abbreviations, before) || is_initial(before)) return false;
    // `29. August`: ordinal numbers of German and its neighbours.
    return !(is_number(before) && before.size() <= 2 && between == ". ");
}

}  // namespace dateline
