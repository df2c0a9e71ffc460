#include "common/dates/written_time.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/dates/month_names.h"
#include "common/dates/zones.h"

namespace dateline {

namespace {

std::string upper_case(std::string_view word) {
    if (word == "мск") {
        return "МСК";
    }
    std::string upper(word);
    std::ranges::transform(upper, upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return upper;
}

bool joined_number(const DateToken& token) { return token.is_number() && !token.space_before; }

/// `+0200`, `+02:00`, `-05`, `+2`: the sign stands at `at`.
std::optional<int> numeric_zone_at(const DateTokens& tokens, std::size_t& at) {
    if ((!tokens[at].is_sign('+') && !tokens[at].is_sign('-')) || !joined_number(tokens[at + 1])) {
        return std::nullopt;
    }
    const DateToken& number = tokens[at + 1];
    std::size_t next = at + 2;
    int hours = number.number;
    int minutes = 0;
    if (number.digits == 4) {
        hours = number.number / 100;
        minutes = number.number % 100;
    } else if (tokens[next].is_sign(':') && joined_number(tokens[next + 1]) && tokens[next + 1].digits == 2) {
        minutes = tokens[next + 1].number;
        next += 2;
    }
    constexpr int most_hours = 14;
    if (number.digits > 4 || hours > most_hours || minutes > 59) {
        return std::nullopt;
    }
    const int offset = hours * 60 + minutes;
    const bool east = tokens[at].is_sign('+');
    at = next;
    return east ? offset : -offset;
}

/// `am`, `p.m.`: 0 for am, 12 for pm.
std::optional<int> half_of_day_at(const DateTokens& tokens, std::size_t& at) {
    const DateToken& token = tokens[at];
    if (token.is_word("am") || token.is_word("pm")) {
        const int half = token.is_word("am") ? 0 : 12;
        at += tokens[at + 1].is_sign('.') && !tokens[at + 1].space_before ? 2U : 1U;
        return half;
    }
    const bool dotted =
        (token.is_word("a") || token.is_word("p")) && tokens[at + 1].is_sign('.') && tokens[at + 2].is_word("m");
    if (!dotted) {
        return std::nullopt;
    }
    at += tokens[at + 3].is_sign('.') ? 4U : 3U;
    return token.is_word("a") ? 0 : 12;
}

/// Words that show a number to be a time of day.
bool is_clock_word(const DateToken& token) {
    constexpr std::array<std::string_view, 10> words{"uhr", "h",  "hrs",    "hours", "klo",
                                                     "น",   "น.", "heures", "ore",   "hs"};
    return token.kind == DateToken::Kind::word && std::ranges::find(words, token.word) != words.end();
}

/// Behind the hour: `:30`, `h30`, `.30`; moves on and gives the minutes.
std::optional<int> minutes_at(const DateTokens& tokens, std::size_t& at, bool& surely_a_time) {
    const DateToken& part = tokens[at];
    const bool colon = part.is_sign(':');
    const bool dot = part.is_sign('.');
    const bool letter = part.is_word("h");
    if ((!colon && !dot && !letter) || !joined_number(tokens[at + 1]) || tokens[at + 1].digits != 2 ||
        tokens[at + 1].number > 59) {
        return std::nullopt;
    }
    surely_a_time = !dot;
    at += 2;
    return tokens[at - 1].number;
}

void seconds_at(const DateTokens& tokens, std::size_t& at, WrittenTime& time) {
    if (!tokens[at].is_sign(':') || !joined_number(tokens[at + 1]) || tokens[at + 1].digits != 2 ||
        tokens[at + 1].number > 60) {
        return;
    }
    time.second = std::min(tokens[at + 1].number, 59);  // a leap second
    time.precision = Precision::second;
    at += 2;
    if ((tokens[at].is_sign('.') || tokens[at].is_sign(',')) && joined_number(tokens[at + 1])) {
        at += 2;
    }
}

}  // namespace

std::optional<int> zone_at(const DateTokens& tokens, std::size_t& at, CivilDay day) {
    if (const auto offset = numeric_zone_at(tokens, at)) {
        return offset;
    }
    const bool bracketed = tokens[at].is_sign('(');
    std::size_t next = bracketed ? at + 1 : at;
    if (tokens[next].kind != DateToken::Kind::word) {
        return std::nullopt;
    }
    auto offset = zone_offset(upper_case(tokens[next].word), day);
    if (!offset) {
        return std::nullopt;
    }
    ++next;
    if (*offset == 0) {  // GMT+0200
        if (const auto further = numeric_zone_at(tokens, next)) {
            offset = further;
        }
    }
    if (bracketed && tokens[next].is_sign(')')) {
        ++next;
    }
    at = next;
    return offset;
}

std::optional<WrittenTime> time_at(const DateTokens& tokens, std::size_t at, CivilDay day) {
    if (!tokens[at].is_number() || tokens[at].digits > 2 || tokens[at].number > 24) {
        return std::nullopt;
    }
    WrittenTime time;
    time.hour = tokens[at++].number;
    bool surely_a_time = false;
    const auto minutes = minutes_at(tokens, at, surely_a_time);
    time.minute = minutes.value_or(0);
    if (minutes) {
        seconds_at(tokens, at, time);
    }
    if (const auto half = half_of_day_at(tokens, at); half && time.hour >= 1 && time.hour <= 12) {
        time.hour = time.hour % 12 + *half;
        surely_a_time = true;
    }
    if (is_clock_word(tokens[at])) {
        ++at;
        surely_a_time = true;
    }
    const std::size_t before_zone = at;
    if (tokens[at].space_before && tokens[at].is_sign('-') && tokens[at + 1].space_before) {
        // "14:30 - 2 comments" has no zone.
    } else {
        time.offset_minutes = zone_at(tokens, at, day);
    }
    if (!minutes && !surely_a_time) {
        return std::nullopt;
    }
    surely_a_time = surely_a_time || at != before_zone;
    if (!surely_a_time || time.hour > 23) {
        return std::nullopt;
    }
    time.next = at;
    return time;
}

std::size_t skip_to_time(const DateTokens& tokens, std::size_t at) {
    constexpr std::array<std::string_view, 13> words{"t",  "at", "um", "à",       "a",   "las", "alle",
                                                     "kl", "às", "o",  "klockan", "klo", "в"};
    for (std::size_t skipped = 0; skipped < 4; ++skipped) {
        const DateToken& token = tokens[at];
        const bool sign = token.kind == DateToken::Kind::sign && !token.is_sign('+') && !token.is_sign(')');
        const bool word = token.kind == DateToken::Kind::word &&
                          (std::ranges::find(words, token.word) != words.end() || is_weekday(token.word));
        if (!sign && !word) {
            break;
        }
        ++at;
    }
    return at;
}

}  // namespace dateline
