#include "indexer/timex/time_mentions.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>

#include "common/dates/time_interval.h"
#include "indexer/timex/frame.h"
#include "indexer/timex/pattern.h"
#include "indexer/timex/rules.h"
#include "indexer/timex/tokens.h"
#include "indexer/timex/written_dates.h"

// How English is read.
//
// The text is cut into tokens (tokens.h). Each knows which classes of words it belongs to: `week` is a UNIT, `12` a
// COUNT, a DAY and an HOUR. Most words belong to none, and nothing is tried where they stand.
//
// At every other token the rules are asked (pattern.h, and the tables *_rules.cpp). A rule is a row: a pattern of
// words and classes, and a function that says what they mean.
//
//     Rule{"COUNT UNIT|UNITS ago", ago}          "two weeks ago"   -> 2012-W33
//
// The longest pattern that matches has the first say. Its function may decline, because there is no 31 June or because
// an age is told; then the next one is asked. So no rule has to know of another.
//
// Most expressions say half of what they mean: "Friday", "in March", "the quarter", "a year earlier". The other half
// is in the Frame: the day of publication, what was spoken of last, and the tense. News looks back: a bare weekday is
// one of the last seven days unless the verb next to it says that it is to come.
//
// Last, words that qualify are taken into the expression, as TIMEX3 has it: "about two weeks", "the end of November".
// They change where it begins, not its value.

namespace dateline {

namespace timex {

namespace {

/// The extent of texts that are read; what lies behind it is left.
constexpr std::size_t most_bytes = std::numeric_limits<std::uint32_t>::max();

const RuleBook& rule_book() {
    static const RuleBook book = [] {
        const std::array tables{calendar_rules(), relative_rules(), quarter_rules(), clock_rules(), duration_rules()};
        return RuleBook(tables);
    }();
    return book;
}

std::string_view word_at(const Tokens& tokens, std::size_t index) { return word(tokens[index].word).text; }

/// The first token of "about", "more than", "at least" before an amount.
std::size_t with_qualifier(const Tokens& tokens, std::size_t begin, std::size_t from) {
    const bool amount_first =
        tokens[begin].is(count_word) || word_at(tokens, begin) == "a" || word_at(tokens, begin) == "an";
    if (begin == from || tokens[begin].break_before || !amount_first) return begin;
    const std::string_view last = word_at(tokens, begin - 1);
    if (last == "over" && tokens[begin].is(vague)) return begin;
    constexpr std::array<std::string_view, 8> alone{"about",   "around",        "nearly", "almost",
                                                    "roughly", "approximately", "some",   "over"};
    if (is_one_of(alone, last)) return begin - 1;
    if (begin - from < 2 || tokens[begin - 1].break_before) return begin;
    const std::string_view first = word_at(tokens, begin - 2);
    const bool compared = last == "than" && (first == "more" || first == "less" || first == "fewer");
    const bool bounded = (last == "least" || last == "most") && first == "at";
    return compared || bounded || (first == "up" && last == "to") ? begin - 2 : begin;
}

/// The first token of "early", "the end of", "later" before a period.
std::size_t with_edge(const Tokens& tokens, std::size_t begin, std::size_t from, const std::string& value) {
    const auto free = [&](std::size_t count) {
        if (begin - from < count) return false;
        for (std::size_t i = 0; i < count; ++i) {
            if (tokens[begin - i].break_before) return false;
        }
        return true;
    };
    if (!free(1)) return begin;
    std::size_t first = begin;
    constexpr std::array<std::string_view, 6> edges{"beginning", "start", "end", "middle", "close", "turn"};
    constexpr std::array<std::string_view, 5> sides{"early", "late", "mid", "earlier", "later"};
    const std::string_view last = word_at(tokens, begin - 1);
    const auto interval = interval_of_timex(value);
    const bool longer_than_a_day = !interval || interval->precision < TimePrecision::day;
    if (last == "of" && free(2) && is_one_of(edges, word_at(tokens, begin - 2)) && longer_than_a_day) {
        first = begin - 2;
    } else if (is_one_of(sides, last)) {
        first = begin - 1;
    } else if (last == "-" && free(2) && tokens[begin - 2].is(edge) && !tokens[begin].space_before) {
        first = begin - 2;
    }
    if (first != begin && first > from && word_at(tokens, first - 1) == "the" && !tokens[first].break_before) --first;
    return first;
}

/// "60 Minutes", "This Week": a unit with a capital inside a sentence is part of a name.
bool is_title(const Tokens& tokens, std::size_t begin, std::size_t end) {
    if (Match{tokens, begin, end}.find(holiday | feast) != nullptr) return false;
    constexpr int century = static_cast<int>(Unit::century);
    for (std::size_t index = begin; index < end; ++index) {
        const std::string_view text = tokens.text(index);
        if (tokens[index].is(unit | units) && tokens[index].capital && tokens[index].value() != century &&
            text.size() > 1 && text[1] >= 'a' && text[1] <= 'z' && !tokens.begins_sentence(index))
            return true;
    }
    return false;
}

/// "the 5th century BC", "1000 B.C.": values have no years before Christ.
bool is_before_christ(const Tokens& tokens, std::size_t end) {
    const std::string_view era = tokens.text(end);
    return era == "BC" || era == "BCE" || (era == "B" && tokens.text(end + 1) == "." && tokens.text(end + 2) == "C");
}

std::vector<TimeMention> find(std::string_view text, const TimeContext& context) {
    std::vector<TimeMention> mentions;
    const Tokens tokens = tokenize(text.substr(0, most_bytes));
    Frame frame(tokens, context.published, context.precision);
    const RuleBook& rules = rule_book();
    std::size_t free_from = 0;
    for (std::size_t index = 0; index < tokens.size();) {
        const auto found = tokens[index].word == no_word ? std::nullopt : rules.match_at(tokens, index, frame);
        if (!found || !is_timex_value(found->finding.value) || is_title(tokens, index, found->end) ||
            is_before_christ(tokens, found->end)) {
            ++index;
            continue;
        }
        std::size_t begin = index;
        if (found->finding.counted) begin = with_qualifier(tokens, begin, free_from);
        if (found->finding.period) begin = with_edge(tokens, begin, free_from, found->finding.value);
        mentions.push_back(
            {found->finding.type, found->finding.value, tokens[begin].begin, tokens[found->end - 1].end});
        if (found->finding.type != TimexType::set && !found->finding.aside) frame.remember(found->finding.value, index);
        index = free_from = found->end;
    }
    return mentions;
}

}  // namespace

}  // namespace timex

std::string_view name_of(TimexType type) {
    constexpr std::array<std::string_view, 4> names{"DATE", "TIME", "DURATION", "SET"};
    return names.at(static_cast<std::size_t>(type));
}

std::vector<TimeMention> find_time_mentions(std::string_view text, const TimeContext& context) {
    if (context.language.empty() || context.language == "en") return timex::find(text, context);
    return timex::find_written_dates(text, context);
}

}  // namespace dateline
