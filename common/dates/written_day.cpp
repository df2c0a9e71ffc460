#include "common/dates/written_day.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "common/dates/month_names.h"
#include "common/dates/written_time.h"

namespace dateline {

namespace {

bool is_part(const DateToken& token) { return token.is_number() && token.digits <= 2; }

/// A year in two digits belongs to the hundred years that end with the last acceptable one.
int full_year(int two_digits) {
    const int century = last_year() / 100 * 100;
    return century + two_digits > last_year() ? century - 100 + two_digits : century + two_digits;
}

bool is_ordinal(const DateToken& token) {
    constexpr std::array<std::string_view, 9> endings{"st", "nd", "rd", "th", "er", "º", "ª", "го", "-го"};
    return token.kind == DateToken::Kind::word && std::ranges::find(endings, token.word) != endings.end();
}

/// Between day and month, and month and year: `29 de agosto de 2012`, `29th of August`.
bool is_linking_word(const DateToken& token) {
    constexpr std::array<std::string_view, 8> words{"de", "of", "del", "da", "d", "den", "mí", "năm"};
    return token.kind == DateToken::Kind::word && std::ranges::find(words, token.word) != words.end();
}

/// A year of four digits, or of two where no colon behind it makes it an hour.
std::optional<int> year_at(const DateTokens& tokens, std::size_t at, bool thai) {
    const DateToken& token = tokens[at];
    constexpr int buddhist_era = 543;
    if (!token.is_number()) {
        return std::nullopt;
    }
    if ((token.digits == 5 || token.digits == 6) && month_at(tokens, at + 1)) {
        return token.digits == 5 ? token.number / 10 : token.number / 100;  // "4 Jul 20124 Jul 2012"
    }
    if (token.digits == 4) {
        return thai && token.number > last_year() ? token.number - buddhist_era : token.number;
    }
    const bool hour = tokens[at + 1].is_sign(':') || tokens[at + 1].is_word("h") || tokens[at + 1].is_word("am") ||
                      tokens[at + 1].is_word("pm") || (tokens[at + 1].is_sign('.') && tokens[at + 2].is_number());
    return token.digits == 2 && !hour && !thai ? std::optional(full_year(token.number)) : std::nullopt;
}

/// `29 August 2012`, `29. August 2012`, `29th of August, 2012`, `26-FEB-1987`, `29 AUG 87`.
std::optional<DayMatch> day_month_year(const DateTokens& tokens, std::size_t at) {
    if (!is_day_number(tokens[at])) {
        return std::nullopt;
    }
    std::size_t next = at + 1;
    if (is_ordinal(tokens[next]) && !tokens[next].space_before) {
        ++next;
    }
    const auto month = month_at(tokens, skip_link(tokens, next));
    if (!month) {
        return std::nullopt;
    }
    const std::size_t year_token = skip_link(tokens, month->next);
    const auto year = year_at(tokens, year_token, month->thai);
    return year ? match_of(*year, month->month, tokens[at].number, year_token + 1) : std::nullopt;
}

/// `August 29, 2012`, `Aug. 29th 2012`, and with the time before the year: `Oct 20 18:15:00 EDT 2006`.
std::optional<DayMatch> month_day_year(const DateTokens& tokens, std::size_t at) {
    const auto month = month_at(tokens, at);
    if (!month || !is_day_number(tokens[month->next])) {
        return std::nullopt;
    }
    const int day = tokens[month->next].number;
    std::size_t next = month->next + 1;
    if (is_ordinal(tokens[next]) && !tokens[next].space_before) {
        ++next;
    }
    const std::size_t year_token = skip_link(tokens, next);
    const auto year = year_at(tokens, year_token, month->thai);
    return year ? match_of(*year, month->month, day, year_token + 1) : std::nullopt;
}

/// `2012 August 29`, `2012. augusztus 29.`.
std::optional<DayMatch> year_month_day(const DateTokens& tokens, std::size_t at) {
    if (!tokens[at].is_number() || tokens[at].digits != 4) {
        return std::nullopt;
    }
    const auto month = month_at(tokens, skip_link(tokens, at + 1));
    if (!month) {
        return std::nullopt;
    }
    const std::size_t day_token = skip_link(tokens, month->next);
    if (!is_day_number(tokens[day_token]) || tokens[day_token + 1].is_sign(':')) {
        return std::nullopt;
    }
    const bool dot = tokens[day_token + 1].is_sign('.');
    return match_of(tokens[at].number, month->month, tokens[day_token].number, day_token + (dot ? 2U : 1U));
}

/// The first year of a Japanese era, less one.
int era_begin(const DateToken& first, const DateToken& second) {
    if (first.is_word("令") && second.is_word("和")) {
        return 2018;
    }
    if (first.is_word("平") && second.is_word("成")) {
        return 1988;
    }
    return first.is_word("昭") && second.is_word("和") ? 1925 : 0;
}

bool begins_with(const DateToken& token, std::string_view text) {
    return token.kind == DateToken::Kind::word && token.word.starts_with(text);
}

/// `2012年8月29日`, `令和2年8月29日`, `2012년 8월 29일`.
std::optional<DayMatch> east_asian_day(const DateTokens& tokens, std::size_t at) {
    const int era = era_begin(tokens[at], tokens[at + 1]);
    const std::size_t first = era != 0 ? at + 2 : at;
    const bool first_year = era != 0 && tokens[first].is_word("元");
    const bool numbers =
        (tokens[first].is_number() || first_year) && tokens[first + 2].is_number() && tokens[first + 4].is_number();
    const bool chinese =
        tokens[first + 1].is_word("年") && tokens[first + 3].is_word("月") && begins_with(tokens[first + 5], "日");
    const bool korean =
        tokens[first + 1].is_word("년") && tokens[first + 3].is_word("월") && begins_with(tokens[first + 5], "일");
    if (!numbers || (!chinese && !korean)) {
        return std::nullopt;
    }
    const int year = first_year ? 1 : tokens[first].number;
    return match_of(era + year, tokens[first + 2].number, tokens[first + 4].number, first + 6);
}

/// More numbers follow without a blank: a version, an address, a telephone number.
bool goes_on(const DateTokens& tokens, std::size_t next) {
    const bool sign = tokens[next].is_sign('.') || tokens[next].is_sign('-') || tokens[next].is_sign('/');
    return sign && !tokens[next].space_before && tokens[next + 1].is_number() && !tokens[next + 1].space_before;
}

/// A number, a sign, a number, the same sign, a number; with blanks only as in `2012. 8. 29.`.
bool three_numbers(const DateTokens& tokens, std::size_t at) {
    if (!tokens[at].is_number() || !tokens[at + 2].is_number() || !tokens[at + 4].is_number() ||
        tokens[at + 1].kind != DateToken::Kind::sign || tokens[at + 1].word != tokens[at + 3].word) {
        return false;
    }
    const bool sign = tokens[at + 1].is_sign('-') || tokens[at + 1].is_sign('/') || tokens[at + 1].is_sign('.');
    const bool tight = !tokens[at + 1].space_before && !tokens[at + 3].space_before;
    const bool loose = tokens[at + 2].space_before || tokens[at + 4].space_before;
    return sign && tight && (!loose || tokens[at + 1].is_sign('.')) && !goes_on(tokens, at + 5);
}

/// The zone of the time behind a day, which tells the order of its numbers: the month comes first in America alone.
std::optional<int> offset_behind(const DateTokens& tokens, std::size_t at) {
    const auto time = time_at(tokens, skip_to_time(tokens, at), CivilDay{});
    return time ? time->offset_minutes : std::nullopt;
}

/// `2012-08-29`, `2012/8/29`, `2012. 8. 29.`, `29.08.2012`, `8/29/2012`, `29.08.12`.
std::optional<DayMatch> numeric_day(const DateTokens& tokens, std::size_t at) {
    if (!three_numbers(tokens, at)) {
        return std::nullopt;
    }
    const DateToken& first = tokens[at];
    const DateToken& second = tokens[at + 2];
    const DateToken& third = tokens[at + 4];
    if (first.digits == 4 && is_part(second) && is_part(third)) {
        return match_of(first.number, second.number, third.number, at + 5);
    }
    const bool dots = tokens[at + 1].is_sign('.');
    const bool short_year =
        third.digits == 2 && first.digits == 2 && second.digits == 2 && !tokens[at + 1].is_sign('-');
    if (!is_part(first) || !is_part(second) || (third.digits != 4 && !short_year)) {
        return std::nullopt;
    }
    constexpr int buddhist_era = 543;
    int year = short_year ? full_year(third.number) : third.number;
    if (year > last_year() + buddhist_era / 2) {
        year -= buddhist_era;
    }
    if (second.number > 12) {
        return match_of(year, first.number, second.number, at + 5);
    }
    const bool resolved = dots || first.number > 12 || first.number == second.number;
    if (resolved) {
        return match_of(year, second.number, first.number, at + 5);
    }
    const std::optional<int> offset = offset_behind(tokens, at + 5);
    if (!offset) {
        return std::nullopt;
    }
    return *offset >= 0 ? match_of(year, second.number, first.number, at + 5)
                        : match_of(year, first.number, second.number, at + 5);
}

/// ISO 8601 5.2.3: week 1 is the week with the year's first Thursday.
std::optional<DayMatch> iso_week_day(const DateTokens& tokens, std::size_t at) {
    const bool extended = tokens[at + 1].is_sign('-');
    const std::size_t letter = extended ? at + 2 : at + 1;
    if (!tokens[at].is_number() || tokens[at].digits != 4 || !tokens[letter].is_word("w") ||
        tokens[letter].space_before || !tokens[letter + 1].is_number()) {
        return std::nullopt;
    }
    int week = tokens[letter + 1].number;
    int weekday = 1;
    std::size_t next = letter + 2;
    if (!extended && tokens[letter + 1].digits == 3) {
        weekday = week % 10;
        week /= 10;
    } else if (tokens[next].is_sign('-') && tokens[next + 1].is_number() && tokens[next + 1].digits == 1) {
        weekday = tokens[next + 1].number;
        next += 2;
    }
    if (week < 1 || week > 53 || weekday < 1 || weekday > 7 || !make_civil(tokens[at].number, 1, 1)) {
        return std::nullopt;
    }
    const std::int32_t january_4 = days_from_civil({tokens[at].number, 1, 4});
    const std::int32_t monday = january_4 - ((january_4 + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
    const CivilDay day = civil_from_days(monday + (week - 1) * 7 + weekday - 1);
    return match_of(day.year, static_cast<int>(day.month), static_cast<int>(day.day), next);
}

/// `2012-242`, `20120829`, `120829`: forms that mean a date only where nothing else stands around them.
std::optional<DayMatch> compact_day(const DateTokens& tokens, std::size_t at) {
    const DateToken& token = tokens[at];
    if (!token.is_number()) {
        return std::nullopt;
    }
    if (token.digits == 8) {
        return match_of(token.number / 10000, token.number / 100 % 100, token.number % 100, at + 1);
    }
    if (token.digits == 6) {
        return match_of(full_year(token.number / 10000), token.number / 100 % 100, token.number % 100, at + 1);
    }
    const DateToken& ordinal = tokens[at + 2];
    if (token.digits != 4 || !tokens[at + 1].is_sign('-') || !ordinal.is_number() || ordinal.digits != 3 ||
        ordinal.number < 1 || ordinal.number > 366 || !make_civil(token.number, 1, 1)) {
        return std::nullopt;
    }
    const CivilDay day = civil_from_days(days_from_civil({token.number, 1, 1}) + ordinal.number - 1);
    return day.year == token.number ? std::optional(DayMatch{day, at + 3}) : std::nullopt;
}

}  // namespace

std::optional<DayMatch> day_at(const DateTokens& tokens, std::size_t at, bool whole_text) {
    using Pattern = std::optional<DayMatch> (*)(const DateTokens&, std::size_t);
    constexpr std::array<Pattern, 6> patterns{numeric_day,    day_month_year, month_day_year,
                                              year_month_day, east_asian_day, iso_week_day};
    for (const Pattern pattern : patterns) {
        if (const auto match = pattern(tokens, at)) {
            return match;
        }
    }
    return whole_text ? compact_day(tokens, at) : std::nullopt;
}

std::optional<MonthMatch> month_at(const DateTokens& tokens, std::size_t at) {
    const DateToken& token = tokens[at];
    if (token.kind != DateToken::Kind::word) {
        return std::nullopt;
    }
    MonthMatch match;
    if (token.is_word("tháng") && tokens[at + 1].is_number()) {
        return MonthMatch{tokens[at + 1].number, at + 2, false};
    }
    const bool arabic = static_cast<unsigned char>(token.word.front()) >= 0xD8;
    if (const auto two_words = arabic ? month_named(token.word + " " + tokens[at + 1].word) : std::nullopt) {
        match = {static_cast<int>(*two_words), at + 2, false};
    } else if (const auto month = month_named(token.word)) {
        match = {static_cast<int>(*month), at + 1,
                 token.word.starts_with("\xE0\xB8") || token.word.starts_with("\xE0\xB9")};
    } else {
        return std::nullopt;
    }
    if (tokens[match.next].is_sign('.')) {
        ++match.next;
    }
    if (tokens[match.next].is_sign('/')) {
        if (const auto again = month_at(tokens, match.next + 1); again && again->month == match.month) {
            match.next = again->next;
        }
    }
    return match;
}

std::optional<DayMatch> match_of(int year, int month, int day, std::size_t next) {
    if (month < 1 || day < 1) {
        return std::nullopt;
    }
    const auto civil = make_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return civil ? std::optional(DayMatch{*civil, next}) : std::nullopt;
}

bool is_day_number(const DateToken& token) {
    return token.is_number() && token.digits <= 2 && token.number >= 1 && token.number <= 31;
}

std::size_t skip_link(const DateTokens& tokens, std::size_t at) {
    for (const char sign : {',', '.', '-', '/'}) {
        if (tokens[at].is_sign(sign)) {
            ++at;
            break;
        }
    }
    if (is_linking_word(tokens[at])) {
        ++at;
    }
    if (tokens[at].is_sign('\'') || (tokens[at].kind == DateToken::Kind::sign && tokens[at].word == "’")) {
        ++at;
    }
    return at;
}

}  // namespace dateline
