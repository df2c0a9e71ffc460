#include "indexer/timex/tense.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/text/ascii.h"

namespace dateline::timex {

namespace {

enum class Verb : std::uint8_t { none, past, past_auxiliary, present, future, planned, infinitive };

constexpr std::array<std::string_view, 12> future_words{"starting", "beginning", "continuing", "effective",
                                                        "will",     "shall",     "would",      "planning",
                                                        "upcoming", "may",       "might",      "could"};
constexpr std::array<std::string_view, 4> past_auxiliaries{"was", "were", "had", "did"};
constexpr std::array<std::string_view, 8> present_words{"is", "are", "has", "have", "says", "does", "do", "am"};
/// What is planned is to come, unless the planning is told as past: "had been scheduled".
constexpr std::array<std::string_view, 27> planned_words{
    "expected", "scheduled", "due",    "planned", "slated",   "likely",   "expects",   "expect", "plans",
    "plan",     "hopes",     "hope",   "intends", "begins",   "starts",   "opens",     "meets",  "ends",
    "expires",  "must",      "should", "payable", "deadline", "forecast", "forecasts", "sees",   "aims"};
/// In order, for a binary search.
constexpr std::array<std::string_view, 62> irregular_pasts{
    "arose", "ate",    "became", "began", "bought", "broke", "brought", "built", "came",   "caught",    "chose",
    "drew",  "drove",  "fell",   "felt",  "fled",   "flew",  "fought",  "found", "gave",   "got",       "grew",
    "heard", "held",   "hid",    "kept",  "knew",   "laid",  "led",     "left",  "lost",   "made",      "meant",
    "met",   "paid",   "ran",    "rang",  "rose",   "said",  "sang",    "sat",   "saw",    "sent",      "shot",
    "sold",  "sought", "spent",  "spoke", "stole",  "stood", "struck",  "swore", "taught", "testified", "thought",
    "threw", "told",   "took",   "went",  "woke",   "won",   "wrote"};
static_assert(std::ranges::is_sorted(irregular_pasts));

Verb verb_at(const Tokens& tokens, std::size_t index) {
    const Token& token = tokens[index];
    const std::string_view text = tokens.text(index);
    if (!token.letters || text.size() > 16 || text.size() < 2) return Verb::none;
    if (token.is(month)) return Verb::none;
    std::string word = lower_ascii(text);
    const std::string_view next = tokens.text(index + 1);
    if (tokens.text(index + 2) == "t" && !tokens[index + 1].letters) {
        // "won't", "wasn't", "didn't"
        if (word == "won") return Verb::future;
        if (word.ends_with('n')) word.pop_back();
    }
    if (is_one_of(past_auxiliaries, word)) return Verb::past_auxiliary;
    if (is_one_of(future_words, word)) return Verb::future;
    if (is_one_of(present_words, word)) return Verb::present;
    if (word == "set" || word == "going" || word == "plan" || word == "plans" || word == "hope" || word == "hopes")
        return next == "to" || next == "for" ? Verb::planned : Verb::none;
    if (is_one_of(planned_words, word)) return Verb::planned;
    if (word == "to") {
        constexpr std::array<std::string_view, 9> no_verbs{"the",   "a",   "an",    "this", "that",
                                                           "these", "its", "their", "date"};
        const Token& verb = tokens[index + 1];
        return verb.letters && !verb.capital && verb.classes == 0 && !is_one_of(no_verbs, next) ? Verb::infinitive
                                                                                                : Verb::none;
    }
    // "will be paid", "is seen": the word before tells.
    const std::string_view auxiliary = tokens.text(index - 1);
    if (auxiliary == "be" || auxiliary == "being" || auxiliary == "is" || auxiliary == "are") return Verb::none;
    const bool regular = word.size() > 4 && word.ends_with("ed") && !token.capital;
    if (regular || std::ranges::binary_search(irregular_pasts, word)) return Verb::past;
    return Verb::none;
}

/// How far the verb may stand.
constexpr std::size_t reach = 30;

Tense behind(const Tokens& tokens, std::size_t end) {
    for (std::size_t index = end; index < end + reach && index < tokens.size() && !tokens.begins_sentence(index);
         ++index) {
        switch (verb_at(tokens, index)) {
        case Verb::past:
        case Verb::past_auxiliary: return Tense::past;
        case Verb::future:
        case Verb::planned: return Tense::future;
        case Verb::present: return Tense::unknown;
        case Verb::infinitive:
        case Verb::none: break;
        }
    }
    return Tense::unknown;
}

/// "extended to Friday", "adjourned until Friday".
bool is_delay(const Tokens& tokens, std::size_t index) {
    constexpr std::array<std::string_view, 7> delays{"extended", "postponed", "delayed",    "adjourned",
                                                     "deferred", "moved",     "rescheduled"};
    return is_one_of(delays, tokens.text(index));
}

bool is_linking(std::string_view verb) { return verb == "is" || verb == "are"; }

/// "agreed to meet Friday": the meeting is to come.
bool is_resolve(const Tokens& tokens, std::size_t index) {
    constexpr std::array<std::string_view, 13> resolves{"agreed",   "decided", "ordered", "vowed", "pledged",
                                                        "promised", "asked",   "planned", "hoped", "wanted",
                                                        "offered",  "told",    "invited"};
    return is_one_of(resolves, tokens.text(index));
}

/// The word before an expression, "early", "mid-" and "the end of" apart.
std::size_t lead_before(const Tokens& tokens, std::size_t begin) {
    constexpr std::array<std::string_view, 9> edges{"early", "late", "mid",       "-",     "the",
                                                    "end",   "of",   "beginning", "middle"};
    std::size_t index = begin - 1;
    for (int steps = 0; steps < 4 && is_one_of(edges, tokens.text(index)); ++steps) --index;
    return index;
}

}  // namespace

Tense tense_at(const Tokens& tokens, std::size_t begin, std::size_t end) {
    const std::string_view lead = tokens.text(lead_before(tokens, begin));
    if (lead == "since") return Tense::past;
    if (lead == "ending" || (lead == "in" && tokens.text(begin - 2) == "ending")) return Tense::future;
    // "was not expected to rule until Thursday"
    const bool deadline = lead == "until" || lead == "by" || lead == "through" || lead == "till";
    bool planned = false;
    bool infinitive = false;
    for (std::size_t index = begin; index > 0 && begin - index < reach && !tokens.begins_sentence(index);) {
        if (tokens.text(--index) == ";") break;
        switch (verb_at(tokens, index)) {
        case Verb::past: {
            const bool resolved = infinitive && (deadline || is_resolve(tokens, index));
            const bool put_off = (deadline || lead == "to") && is_delay(tokens, index);
            if (planned || resolved || put_off) return Tense::future;
            return deadline ? Tense::unknown : Tense::past;
        }
        case Verb::past_auxiliary:
            if (deadline && (planned || infinitive)) return Tense::future;
            // "was scheduled for October 6": the planning is past, the day may be either.
            return planned ? Tense::unknown : Tense::past;
        case Verb::future: return Tense::future;
        case Verb::present:
            // "The first mass is on Sunday."
            if (begin - index <= 2 && is_linking(tokens.text(index))) return Tense::future;
            return planned || infinitive ? Tense::future : behind(tokens, end);
        case Verb::planned: planned = true; break;
        case Verb::infinitive: infinitive = true; break;
        case Verb::none: break;
        }
    }
    if (planned) return Tense::future;
    const Tense later = behind(tokens, end);
    return later == Tense::unknown && infinitive ? Tense::future : later;
}

}  // namespace dateline::timex
