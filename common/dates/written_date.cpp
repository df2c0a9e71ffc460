#include "common/dates/written_date.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/dates/date_tokens.h"
#include "common/dates/month_names.h"
#include "common/dates/written_day.h"
#include "common/dates/written_time.h"
#include "common/text/utf8.h"

// A text is cut into tokens (date_tokens.h). `day_at` (written_day.h) tries the orders in which a day
// can be written, one function each, at one token; `moment_at` looks for a time on both sides of it. A function that
// does not find its pattern gives nothing and leaves no trace.
namespace dateline {

namespace {

Date date_of(CivilDay day, const WrittenTime& time) {
    return date_of_moment(day, time.hour, time.minute, time.second, *time.offset_minutes, time.precision);
}

struct DateMatch {
    Date date;
    std::size_t first = 0;
    std::size_t next = 0;
};

/// `20120829T143005Z` behind the T.
std::optional<WrittenTime> compact_time_at(const DateTokens& tokens, std::size_t at, CivilDay day) {
    const DateToken& token = tokens[at];
    if (!token.is_number() || (token.digits != 6 && token.digits != 4) || token.space_before) {
        return std::nullopt;
    }
    const int with_seconds = token.digits == 6 ? token.number : token.number * 100;
    WrittenTime time{with_seconds / 10000, with_seconds / 100 % 100,
                     with_seconds % 100,   token.digits == 6 ? Precision::second : Precision::minute,
                     std::nullopt,         at + 1};
    if (time.hour > 23 || time.minute > 59 || time.second > 59) {
        return std::nullopt;
    }
    time.offset_minutes = zone_at(tokens, time.next, day);
    return time;
}

/// The time behind a day, with its zone; `next` moves behind it.
std::optional<Date> moment_behind(const DateTokens& tokens, const DayMatch& match, std::size_t& next) {
    const std::size_t at = skip_to_time(tokens, next);
    auto time = time_at(tokens, at, match.day);
    if (!time && tokens[at - 1].is_word("t")) {
        time = compact_time_at(tokens, at, match.day);
    }
    if (!time) {
        return std::nullopt;
    }
    next = time->next;
    return time->offset_minutes ? std::optional(date_of(match.day, *time)) : std::nullopt;
}

/// `14:20 GMT, 12 March 2011`: the time in the up to eight tokens before the day. `first` moves to its beginning.
std::optional<Date> moment_before(const DateTokens& tokens, const DayMatch& match, std::size_t& first) {
    constexpr std::size_t farthest = 9;
    for (std::size_t back = 1; back <= std::min(farthest, first); ++back) {
        const std::size_t at = first - back;
        const auto time = time_at(tokens, at, match.day);
        if (time && time->next <= first && skip_to_time(tokens, time->next) >= first &&
            (at == 0 || tokens[at].space_before || !tokens[at - 1].is_number())) {
            first = at;
            return time->offset_minutes ? std::optional(date_of(match.day, *time)) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// `Oct 20 18:15:00 EDT 2006`, `Tue Aug 28 07:00:00 2012`.
std::optional<DateMatch> unix_date_at(const DateTokens& tokens, std::size_t at) {
    const auto month = month_at(tokens, at);
    if (!month || !is_day_number(tokens[month->next])) {
        return std::nullopt;
    }
    const CivilDay any_day{last_year(), static_cast<unsigned>(month->month), 1};
    const auto rough_time = time_at(tokens, month->next + 1, any_day);
    if (!rough_time || !tokens[rough_time->next].is_number() || tokens[rough_time->next].digits != 4) {
        return std::nullopt;
    }
    const auto day = match_of(tokens[rough_time->next].number, month->month, tokens[month->next].number, 0);
    if (!day) {
        return std::nullopt;
    }
    const auto time = time_at(tokens, month->next + 1, day->day);
    const bool moment = time && time->offset_minutes;
    return DateMatch{moment ? date_of(day->day, *time) : date_of_day(day->day), at, rough_time->next + 1};
}

/// A date glued to other numbers (a version, an address) is none.
bool is_glued(const DateTokens& tokens, std::size_t first) {
    if (first == 0 || tokens[first].space_before || !tokens[first].is_number()) {
        return false;
    }
    const DateToken& before = tokens[first - 1];
    return before.is_number() ||
           ((before.is_sign('.') || before.is_sign('-')) && first > 1 && tokens[first - 2].is_number());
}

/// Takes the weekday before the date into it: `Wed, `.
std::size_t with_weekday(const DateTokens& tokens, std::size_t first) {
    std::size_t at = first;
    while (at > 0 && tokens[at - 1].kind == DateToken::Kind::sign &&
           (tokens[at - 1].is_sign(',') || tokens[at - 1].is_sign('.'))) {
        --at;
    }
    return at > 0 && is_weekday(tokens[at - 1].word) ? at - 1 : first;
}

std::optional<DateMatch> moment_at(const DateTokens& tokens, std::size_t at, bool whole_text) {
    if (is_glued(tokens, at)) {
        return std::nullopt;
    }
    if (const auto match = unix_date_at(tokens, at)) {
        return DateMatch{match->date, with_weekday(tokens, match->first), match->next};
    }
    const auto day = day_at(tokens, at, whole_text);
    if (!day) {
        return std::nullopt;
    }
    DateMatch match{date_of_day(day->day), with_weekday(tokens, at), day->next};
    if (const auto moment = moment_behind(tokens, *day, match.next)) {
        match.date = *moment;
    } else if (const auto earlier = moment_before(tokens, *day, match.first)) {
        match.date = *earlier;
    }
    return match;
}

/// `2012`, `2012-08`, `August 2012`: less than a day.
std::optional<Date> rough_date(const DateTokens& tokens) {
    const DateToken& first = tokens[0];
    if (first.is_number() && first.digits == 4 && make_civil(first.number, 1, 1)) {
        if (tokens.size() == 1) {
            return date_of_year(first.number);
        }
        const DateToken& month = tokens[2];
        if (tokens.size() == 3 && tokens[1].is_sign('-') && month.is_number() && month.digits == 2 &&
            month.number >= 1 && month.number <= 12) {
            return date_of_month(first.number, static_cast<unsigned>(month.number));
        }
    }
    if (const auto month = month_at(tokens, 0)) {
        const std::size_t at = skip_link(tokens, month->next);
        const DateToken& year = tokens[at];
        if (at + 1 == tokens.size() && year.is_number() && year.digits == 4 && make_civil(year.number, 1, 1)) {
            return date_of_month(year.number, static_cast<unsigned>(month->month));
        }
    }
    return std::nullopt;
}

/// Behind a date that is a whole text only its zone's name in brackets or a final sign may follow.
bool ends_text(const DateTokens& tokens, std::size_t next) {
    if (tokens[next].is_sign('(')) {
        while (next < tokens.size() && !tokens[next].is_sign(')')) {
            ++next;
        }
        ++next;
    }
    return next >= tokens.size() || (next + 1 == tokens.size() && tokens[next].is_sign('.'));
}

/// Most lines hold no digit and so no date. Digits other than ASCII's have a first byte of 0xD9 or more.
bool may_hold_digits(std::string_view line) {
    return std::ranges::any_of(line,
                               [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xD9; });
}

}  // namespace

std::optional<Date> parse_written_date(std::string_view text) {
    const DateTokens tokens = date_tokens(text);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const auto match = moment_at(tokens, at, true);
        if (match && match->first == 0 && ends_text(tokens, match->next)) {
            return match->date;
        }
    }
    return rough_date(tokens);
}

std::optional<FoundDate> find_written_date(std::string_view line) {
    if (!may_hold_digits(line)) {
        return std::nullopt;
    }
    const DateTokens tokens = date_tokens(line);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (const auto match = moment_at(tokens, at, false)) {
            return FoundDate{match->date, tokens[match->first].begin, tokens[match->next - 1].end};
        }
    }
    return std::nullopt;
}

}  // namespace dateline
