#include "indexer/entities/writing_style.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "common/text/ascii.h"

namespace dateline::entities {
namespace {

using namespace std::string_view_literals;

// The order lives in model files.
constexpr std::array cues{
    "the"sv,      "of"sv,        "and"sv,      "to"sv,      "a"sv,         "in"sv,      "for"sv,      "on"sv,
    "at"sv,       "by"sv,        "with"sv,     "from"sv,    "as"sv,        "that"sv,    "this"sv,     "these"sv,
    "those"sv,    "which"sv,     "who"sv,      "whom"sv,    "whose"sv,     "where"sv,   "when"sv,     "while"sv,
    "since"sv,    "until"sv,     "after"sv,    "before"sv,  "during"sv,    "between"sv, "under"sv,    "over"sv,
    "into"sv,     "through"sv,   "against"sv,  "about"sv,   "including"sv, "such"sv,    "like"sv,     "because"sv,
    "although"sv, "however"sv,   "also"sv,     "only"sv,    "just"sv,      "even"sv,    "still"sv,    "now"sv,
    "then"sv,     "here"sv,      "there"sv,    "said"sv,    "says"sv,      "say"sv,     "told"sv,     "added"sv,
    "saying"sv,   "according"sv, "reported"sv, "reports"sv, "asked"sv,     "monday"sv,  "tuesday"sv,  "wednesday"sv,
    "thursday"sv, "friday"sv,    "saturday"sv, "sunday"sv,  "yesterday"sv, "today"sv,   "week"sv,     "month"sv,
    "year"sv,     "last"sv,      "next"sv,     "former"sv,  "mr"sv,        "mrs"sv,     "ms"sv,       "dr"sv,
    "u.s."sv,     "us"sv,        "percent"sv,  "per"sv,     "%"sv,         "million"sv, "billion"sv,  "he"sv,
    "she"sv,      "it"sv,        "his"sv,      "her"sv,     "its"sv,       "him"sv,     "they"sv,     "their"sv,
    "them"sv,     "we"sv,        "our"sv,      "you"sv,     "your"sv,      "i"sv,       "my"sv,       "me"sv,
    "is"sv,       "are"sv,       "was"sv,      "were"sv,    "be"sv,        "been"sv,    "being"sv,    "has"sv,
    "have"sv,     "had"sv,       "will"sv,     "would"sv,   "could"sv,     "should"sv,  "may"sv,      "might"sv,
    "can"sv,      "must"sv,      "did"sv,      "does"sv,    "do"sv,        "not"sv,     "no"sv,       "if"sv,
    "or"sv,       "but"sv,       "than"sv,     "more"sv,    "most"sv,      "many"sv,    "some"sv,     "other"sv,
    "one"sv,      "two"sv,       "three"sv,    "first"sv,   "second"sv,    "new"sv,     "later"sv,    "known"sv,
    "became"sv,   "born"sv,      "called"sv,   "named"sv,   "used"sv,      "based"sv,   "released"sv, "located"sv,
    "US"sv,
};

constexpr int start_of_first_kind = 12;
constexpr double words_that_agree = 10;  ///< how many count as one witness
constexpr double least_odds = 0.05;      ///< kinds below that are left out

}  // namespace

std::size_t style_cues() { return cues.size() + 2; }
std::size_t capitals_cue() { return cues.size() + 1; }

bool begins_in_capitals(std::string_view first_word) {
    return first_word.size() > 3 && std::ranges::all_of(first_word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::size_t cue_of(std::string_view word) {
    static const auto numbers = [] {
        std::unordered_map<std::string_view, std::size_t> made;
        for (std::size_t i = 0; i < cues.size(); ++i) made.emplace(cues[i], i);
        return made;
    }();
    if (word == "US") return cues.size() - 1;
    const bool letters = std::ranges::all_of(word, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!letters && word != "%" && word != "U.S.") return no_cue;
    constexpr std::size_t longest_cue = 9;
    if (word.size() > longest_cue) return cues.size();
    const auto found = numbers.find(lower_ascii(word));
    return found == numbers.end() ? cues.size() : found->second;
}

double share_of_cues(std::span<const std::string_view> words) {
    std::size_t small = 0;
    std::size_t known = 0;
    for (const std::string_view word : words) {
        if (word.empty() || word.front() < 'a' || word.front() > 'z') continue;
        ++small;
        if (cue_of(word) < cues.size()) ++known;
    }
    return small == 0 ? 0.0 : static_cast<double>(known) / static_cast<double>(small);
}

KindShares only_kind(std::size_t kind) {
    KindShares shares{};
    shares[kind] = whole_share;
    return shares;
}

KindShares kinds_of_writing(std::span<const std::string_view> words, bool in_capitals, StyleWeights weights,
                            std::size_t kinds) {
    std::array<long, most_kinds> scores{};
    scores.front() = start_of_first_kind * style_unit;
    if (in_capitals) {
        for (std::size_t kind = 0; kind < kinds; ++kind) scores[kind] += weights[kind * style_cues() + capitals_cue()];
    }
    for (const std::string_view word : words) {
        const std::size_t cue = cue_of(word);
        if (cue == no_cue) continue;
        for (std::size_t kind = 0; kind < kinds; ++kind) scores[kind] += weights[kind * style_cues() + cue];
    }
    const auto of_kinds = std::span(scores).first(kinds);
    const long highest = *std::ranges::max_element(of_kinds);
    std::array<double, most_kinds> odds{};
    double sum = 0;
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        odds[kind] = std::exp(static_cast<double>(scores[kind] - highest) / (style_unit * words_that_agree));
        if (odds[kind] < least_odds) odds[kind] = 0;
        sum += odds[kind];
    }
    KindShares shares{};
    for (std::size_t kind = 0; kind < kinds; ++kind) {
        shares[kind] = static_cast<std::int16_t>(std::lround(odds[kind] / sum * whole_share));
    }
    return shares;
}

}  // namespace dateline::entities
