#include "indexer/entities/never_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.h"

namespace dateline::entities {
namespace {

using namespace std::string_view_literals;

// Sorted.
constexpr std::array words{
    "'d"sv,        "'ll"sv,      "'m"sv,         "'re"sv,      "'s"sv,       "'ve"sv,       "a"sv,
    "about"sv,     "above"sv,    "after"sv,      "again"sv,    "against"sv,  "ago"sv,       "all"sv,
    "almost"sv,    "already"sv,  "also"sv,       "although"sv, "an"sv,       "and"sv,       "another"sv,
    "any"sv,       "anybody"sv,  "anyone"sv,     "anything"sv, "are"sv,      "as"sv,        "at"sv,
    "aug"sv,       "aug."sv,     "be"sv,         "because"sv,  "been"sv,     "before"sv,    "below"sv,
    "between"sv,   "both"sv,     "but"sv,        "by"sv,       "can"sv,      "could"sv,     "dec"sv,
    "dec."sv,      "december"sv, "despite"sv,    "did"sv,      "do"sv,       "does"sv,      "during"sv,
    "each"sv,      "eight"sv,    "eighteen"sv,   "eighty"sv,   "either"sv,   "eleven"sv,    "every"sv,
    "everybody"sv, "everyone"sv, "everything"sv, "feb"sv,      "feb."sv,     "february"sv,  "few"sv,
    "fifteen"sv,   "fifty"sv,    "five"sv,       "for"sv,      "forty"sv,    "four"sv,      "fourteen"sv,
    "fri"sv,       "friday"sv,   "from"sv,       "had"sv,      "has"sv,      "have"sv,      "he"sv,
    "her"sv,       "here"sv,     "hers"sv,       "herself"sv,  "him"sv,      "himself"sv,   "his"sv,
    "how"sv,       "however"sv,  "hundred"sv,    "hundreds"sv, "i"sv,        "if"sv,        "in"sv,
    "into"sv,      "is"sv,       "it"sv,         "its"sv,      "itself"sv,   "jan."sv,      "january"sv,
    "july"sv,      "last"sv,     "later"sv,      "less"sv,     "many"sv,     "me"sv,        "meanwhile"sv,
    "million"sv,   "millions"sv, "mine"sv,       "mon"sv,      "monday"sv,   "more"sv,      "moreover"sv,
    "most"sv,      "much"sv,     "must"sv,       "my"sv,       "myself"sv,   "nearly"sv,    "neither"sv,
    "nine"sv,      "nineteen"sv, "ninety"sv,     "no"sv,       "nobody"sv,   "none"sv,      "nor"sv,
    "not"sv,       "nothing"sv,  "nov"sv,        "nov."sv,     "november"sv, "now"sv,       "oct"sv,
    "oct."sv,      "october"sv,  "of"sv,         "on"sv,       "once"sv,     "one"sv,       "only"sv,
    "or"sv,        "other"sv,    "others"sv,     "our"sv,      "ours"sv,     "ourselves"sv, "out"sv,
    "over"sv,      "sat"sv,      "saturday"sv,   "sept"sv,     "sept."sv,    "september"sv, "seven"sv,
    "seventeen"sv, "seventy"sv,  "several"sv,    "she"sv,      "should"sv,   "since"sv,     "six"sv,
    "sixteen"sv,   "sixty"sv,    "so"sv,         "some"sv,     "somebody"sv, "someone"sv,   "something"sv,
    "soon"sv,      "such"sv,     "ten"sv,        "than"sv,     "that"sv,     "the"sv,       "their"sv,
    "theirs"sv,    "them"sv,     "themselves"sv, "then"sv,     "there"sv,    "therefore"sv, "these"sv,
    "they"sv,      "thirteen"sv, "thirty"sv,     "this"sv,     "those"sv,    "though"sv,    "thousand"sv,
    "thousands"sv, "three"sv,    "through"sv,    "thu"sv,      "thursday"sv, "to"sv,        "today"sv,
    "tomorrow"sv,  "tue"sv,      "tuesday"sv,    "twelve"sv,   "twenty"sv,   "two"sv,       "under"sv,
    "unless"sv,    "until"sv,    "upon"sv,       "us"sv,       "was"sv,      "we"sv,        "wed"sv,
    "wednesday"sv, "were"sv,     "what"sv,       "when"sv,     "where"sv,    "whether"sv,   "which"sv,
    "while"sv,     "who"sv,      "whom"sv,       "whose"sv,    "why"sv,      "with"sv,      "without"sv,
    "would"sv,     "yes"sv,      "yesterday"sv,  "yet"sv,      "you"sv,      "your"sv,      "yours"sv,
};
static_assert(std::ranges::is_sorted(words));

}  // namespace

bool is_never_name(std::string_view word, bool in_capitals) {
    const std::string lower = lower_ascii(word);
    const bool acronym = word.size() > 1 && std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    if (acronym && !in_capitals && !lower.ends_with("day")) return false;
    return std::ranges::binary_search(words, std::string_view(lower));
}

}  // namespace dateline::entities
