#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "common/dates/calendar.h"
#include "common/text/ascii.h"
#include "indexer/timex/frame.h"
#include "indexer/timex/holidays.h"
#include "indexer/timex/rules.h"

namespace dateline::timex {

namespace {

/// The year that stands behind the second date of a range counts for the first, too: "from May to July 2011".
std::optional<int> year_behind_range(const Match& match) {
    const Tokens& tokens = match.tokens;
    constexpr std::array<std::string_view, 7> links{"to", "and", "or", "through", "until", "till", "-"};
    std::size_t at = match.end;
    if (std::ranges::find(links, word(tokens[at].word).text) == links.end()) return std::nullopt;
    ++at;
    const bool of_days = match.find(day_number) != nullptr;
    bool date_seen = false;
    for (std::size_t steps = 0; steps < 4; ++steps, ++at) {
        const Token& token = tokens[at];
        if (token.break_before) return std::nullopt;
        if (token.is(year)) return date_seen ? std::optional(token.value()) : std::nullopt;
        date_seen = date_seen || token.is(month) || (of_days && token.is(day_number));
        if (!token.is(month | day_number) && word(token.word).text != "," && word(token.word).text != "of")
            return std::nullopt;
    }
    return std::nullopt;
}

bool exists(int year, int month, int day) {
    return day >= 1 && static_cast<unsigned>(day) <= days_in_month(year, static_cast<unsigned>(month));
}

struct WrittenMonth {
    int year = 0;
    bool known_year = false;
};

WrittenMonth year_for(const Match& match, const Frame& frame, int month, int day) {
    if (const Token* written = match.find_last(year)) return {written->value(), true};
    if (const auto behind = year_behind_range(match)) return {*behind, true};
    const Tense tense = frame.tense(match.begin, match.end);
    return {frame.year_of(month, day, tense), false};
}

std::string written_day(const Frame& frame, WrittenMonth written, int month, int day) {
    const CivilDay civil{written.year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
    if (written.known_year || frame.knows(Precision::year)) return day_value(civil);
    return "XXXX" + day_value(civil).substr(4);
}

/// What follows tells that a number is no day: "In March 10 people died".
bool counts_things(const Tokens& tokens, std::size_t next) {
    constexpr std::array<std::string_view, 8> things{"percent", "million", "billion",  "people",
                                                     "men",     "women",   "children", "per"};
    return std::ranges::find(things, tokens.text(next)) != things.end();
}

std::optional<Finding> month_day(const Match& match, const Frame& frame) {
    const int month_number = match.find(month)->value();
    const Token* day = match.find(day_number | ordinal);
    const WrittenMonth written = year_for(match, frame, month_number, day->value());
    if (!exists(written.year, month_number, day->value())) return std::nullopt;
    if (match.find_last(year) == nullptr && counts_things(match.tokens, match.end)) return std::nullopt;
    return date(written_day(frame, written, month_number, day->value()));
}

/// The second day of "May 3-5", or of "May 3 and 5".
std::optional<Finding> day_behind_month(const Match& match, const Frame& frame) {
    const Match whole{match.tokens, match.begin - 3, match.end};
    const int month_number = whole.tokens[whole.begin].value();
    const int day = whole.tokens[match.begin].value();
    const WrittenMonth written = year_for(whole, frame, month_number, day);
    if (!exists(written.year, month_number, day) || counts_things(match.tokens, match.end)) return std::nullopt;
    return date(written_day(frame, written, month_number, day));
}

/// The first day of "3 to 5 May 1998".
std::optional<Finding> day_before_range(const Match& match, const Frame& frame) {
    Match whole{match.tokens, match.begin, match.begin + 4};
    if (match.tokens[whole.end].is(year)) ++whole.end;
    const int month_number = whole.find(month)->value();
    const int day = match.tokens[match.begin].value();
    const WrittenMonth written = year_for(whole, frame, month_number, day);
    if (!exists(written.year, month_number, day)) return std::nullopt;
    return date(written_day(frame, written, month_number, day));
}

std::optional<Finding> whole_month(const Match& match, const Frame& frame) {
    const int number = match.find(month)->value();
    const WrittenMonth written = year_for(match, frame, number, 0);
    return period(written.known_year ? month_value(written.year, number) : frame.month(written.year, number));
}

/// "last April" is over and was not the month before this one; "next April" is to come.
std::optional<Finding> shifted_month(const Match& match, const Frame& frame) {
    const int number = match.find(month)->value();
    const Token* day = match.find(day_number);
    const int now = static_cast<int>(frame.today().month);
    int year = frame.today().year;
    if (match.has("last") || match.has("past"))
        year -= number > now || (number == now && day == nullptr) || (number == now - 1 && day == nullptr) ? 1 : 0;
    else if (match.has("next") || match.has("coming")) year += number <= now ? 1 : 0;
    if (day == nullptr) return period(frame.month(year, number));
    if (!exists(year, number, day->value())) return std::nullopt;
    return date(written_day(frame, {year, false}, number, day->value()));
}

/// "January this year".
std::optional<Finding> month_of_near_year(const Match& match, const Frame& frame) {
    const int by = match.has("last") || match.has("previous") ? -1 : match.has("next") ? 1 : 0;
    return period(frame.month(frame.today().year + by, match.find(month)->value()));
}

std::optional<Finding> iso_day(const Match& match, const Frame&) {
    const int year = match.tokens[match.begin].value();
    const Token& month = match.tokens[match.begin + 2];
    const Token& day = match.tokens[match.begin + 4];
    if (month.digits != 2 || day.digits != 2 || month.value() < 1 || month.value() > 12) return std::nullopt;
    if (!exists(year, month.value(), day.value())) return std::nullopt;
    return date(day_value({year, static_cast<unsigned>(month.value()), static_cast<unsigned>(day.value())}));
}

/// `8/29/2012`, `29/8/2012`, `29.08.2012`: where both could be the month, the day is first behind full stops only.
std::optional<Finding> numeric_day(const Match& match, const Frame&) {
    const Token& first = match.tokens[match.begin];
    const Token& second = match.tokens[match.begin + 2];
    const Token& last = match.tokens[match.begin + 4];
    for (std::size_t at = match.begin + 1; at < match.end; ++at) {
        if (match.tokens[at].space_before) return std::nullopt;
    }
    const bool dots = match.has(".");
    int year = last.value();
    if (last.digits == 2 && !dots) year += year < 50 ? 2000 : 1900;
    if (last.digits != 4 && last.digits != 2) return std::nullopt;
    const bool day_first = dots || first.value() > 12;
    const int month = day_first ? second.value() : first.value();
    const int day = day_first ? first.value() : second.value();
    if (year < 1000 || year > 2199 || month < 1 || month > 12 || !exists(year, month, day)) return std::nullopt;
    return date(day_value({year, static_cast<unsigned>(month), static_cast<unsigned>(day)}));
}

/// "9/11" has become a name.
std::optional<Finding> nine_eleven(const Match& match, const Frame&) {
    const Token& last = match.tokens[match.begin + 2];
    const bool named = match.tokens[match.begin].value() == 9 && last.value() == 11 && !last.space_before;
    return named ? std::optional(date("2001-09-11")) : std::nullopt;
}

/// Things that are counted in thousands, where four digits before them are no year.
bool is_counted_thing(std::string_view next) {
    constexpr std::array<std::string_view, 35> things{
        "pixels",  "people", "men",        "women",      "children", "shares", "dollars", "feet",     "miles",
        "meters",  "metres", "kilometers", "kilometres", "km",       "m",      "tons",    "tonnes",   "barrels",
        "pounds",  "troops", "words",      "votes",      "jobs",     "acres",  "points",  "percent",  "million",
        "billion", "francs", "marks",      "yen",        "euros",    "copies", "workers", "employees"};
    return std::ranges::find(things, next) != things.end();
}

bool is_plain_plural(const Tokens& tokens, std::size_t index) {
    const std::string_view text = tokens.text(index);
    return tokens[index].letters && !tokens[index].capital && text.size() > 3 && text.ends_with('s') &&
           !text.ends_with("ss");
}

/// A number of four digits stands for a year unless something is counted, paid or numbered with it.
bool is_year(const Tokens& tokens, std::size_t index) {
    const Token& token = tokens[index];
    const Token& before = tokens[index - 1];
    const std::string_view word_before = tokens.text(index - 1);
    constexpr std::array<std::string_view, 9> numbered{"No.",   "number",  "Flight", "flight", "page",
                                                       "Route", "Highway", "Room",   "#"};
    if (std::ranges::find(numbered, word_before) != numbered.end() || word(before.word).text == "$") return false;
    if (word_before == "." && tokens.text(index - 2) == "No") return false;
    if (word_before == "-" && !token.space_before && tokens[index - 2].letters && !tokens[index - 2].is(edge) &&
        tokens[index - 2].capital)
        return false;
    if (is_counted_thing(tokens.text(index + 1))) return false;
    const Token& next = tokens[index + 1];
    const bool dimension = !next.space_before && next.word == no_word &&
                           (next.letters || tokens.text(index + 1) == "×" || tokens.text(index + 1) == "+");
    if (dimension || (before.digits > 0 && !token.break_before)) return false;
    const bool plural = is_plain_plural(tokens, index + 1);
    if (plural && token.value() % 100 == 0) return false;
    constexpr std::array<std::string_view, 9> estimates{"about", "some",    "nearly",        "than",   "almost",
                                                        "least", "roughly", "approximately", "another"};
    if (plural && std::ranges::find(estimates, word_before) != estimates.end()) return false;
    const bool usual = token.value() >= 1900 && token.value() < 2100;
    // "in 1789"; but "over 1000 five-star ratings".
    constexpr std::array<std::string_view, 14> leads{"in", "of",  "since",   "by",    "until",  "till",    "from",
                                                     "to", "and", "through", "after", "before", "between", "during"};
    return usual || std::ranges::find(leads, lower_ascii(word_before)) != leads.end();
}

std::optional<Finding> whole_year(const Match& match, const Frame&) {
    const Token* written = match.find(year);
    const auto at = static_cast<std::size_t>(written - &match.tokens[0]);
    if (match.end - match.begin == 1 && !is_year(match.tokens, at)) return std::nullopt;
    return period(year_value(written->value()));
}

std::optional<Finding> named_year(const Match& match, const Frame&) {
    return period(year_value(match.find(year)->value()));
}

/// The second year of "1990-91", and "'98".
std::optional<Finding> short_year(const Match& match, const Frame&) {
    const Token* number = match.find(timex::number);
    if (number->digits != 2) return std::nullopt;
    const Token& first = match.tokens[match.begin - 2];
    const bool range = match.end - match.begin == 1;
    const int century = range ? first.value() / 100 * 100 : number->value() < 30 ? 2000 : 1900;
    if (range && century + number->value() <= first.value()) return std::nullopt;
    return period(year_value(century + number->value()));
}

std::optional<Finding> whole_decade(const Match& match, const Frame& frame) {
    const Token* written = match.find(decade);
    const bool in_words = written->digits == 0;
    int first = in_words ? written->value() * 10 : written->value();
    constexpr std::array<std::string_view, 6> ages{"his", "her", "their", "my", "our", "your"};
    if (std::ranges::find(ages, match.tokens.text(match.begin - 1)) != ages.end()) return std::nullopt;
    if (written->digits != 4) {
        if (!match.has("the") && !match.has("'")) return std::nullopt;
        const int now = frame.today().year;
        first += now / 100 * 100;
        if (first > now + 5) first -= 100;
    }
    std::string value = year_value(first);
    value.pop_back();
    return period(std::move(value));
}

/// "the 1970's".
std::optional<Finding> decade_with_apostrophe(const Match& match, const Frame&) {
    const Token* written = match.find(year);
    if (written->value() % 10 != 0) return std::nullopt;
    std::string value = year_value(written->value());
    value.pop_back();
    return period(std::move(value));
}

std::optional<Finding> numbered_century(const Match& match, const Frame&) {
    const int number = match.find(ordinal)->value();
    if (number < 1 || number > 30) return std::nullopt;
    return period(year_value((number - 1) * 100).substr(0, 2));
}

std::optional<Finding> near_season(const Match& match, const Frame& frame) {
    const int wanted = match.find(season)->value();
    const CivilDay today = frame.today();
    int year = today.year;
    if (const Token* written = match.find(timex::year))
        return period(year_value(written->value()) + frame.season(0, wanted).substr(4));
    const int first_month = wanted * 3 + 3;
    const int now = static_cast<int>(today.month);
    if (match.has("last") || match.has("past")) {
        // A winter began in December of the year before.
        const bool over = now > first_month + 2 || (wanted == 3 && now < 12);
        year -= over && wanted != 3 ? 0 : 1;
    } else if (match.has("next")) {
        year += now >= first_month ? 1 : 0;
    } else if (match.has("this")) {
        year -= wanted == 3 && now < 3 ? 1 : 0;
    } else {
        const Tense tense = frame.tense(match.begin, match.end);
        if (tense == Tense::future && now > first_month + 2) ++year;
        if (tense != Tense::future && now < first_month) --year;
    }
    return period(frame.season(year, wanted));
}

std::optional<Finding> whole_holiday(const Match& match, const Frame& frame) {
    const Token* named = match.find(holiday | feast);
    const auto kind = static_cast<Holiday>(named->value());
    const auto in = [&](int year) { return days_after(day_of(kind, year), match.has("eve") ? -1 : 0); };
    const CivilDay today = frame.today();
    if (const Token* written = match.find(year)) return date(day_value(in(written->value())));
    const CivilDay near = in(today.year);
    int by = 0;
    if (match.has("last")) by = near < today ? 0 : -1;
    else if (match.has("next")) by = near > today ? 0 : 1;
    else if (!match.has("this"))
        by = frame.year_of(static_cast<int>(near.month), static_cast<int>(near.day),
                           frame.tense(match.begin, match.end)) -
             today.year;
    return date(frame.day(in(today.year + by)));
}

std::optional<Finding> new_year(const Match& match, const Frame& frame) {
    if (!match.tokens[match.begin].capital) return std::nullopt;
    const bool eve = match.has("eve");
    const int month_number = eve ? 12 : 1;
    const int day = eve ? 31 : 1;
    const int year = frame.year_of(month_number, day, frame.tense(match.begin, match.end));
    return date(written_day(frame, {year, false}, month_number, day));
}

constexpr std::array calendar_table{
    // Days
    Rule{"[ WEEKDAY ,? ] MONTH the? DAY [ ,? YEAR ]", month_day},
    Rule{"[ WEEKDAY ,? ] the? DAY of? MONTH [ ,? YEAR ]", month_day},
    Rule{"MONTH DAY -|to|and|or|through < DAY [ ,? YEAR ] > !MONTH|UNIT|UNITS|:|-", day_behind_month},
    Rule{"the ORDINAL of MONTH [ ,? YEAR ]", month_day},
    Rule{"DAY > -|to|and|or|through DAY MONTH", day_before_range},
    Rule{"last|this|next|past MONTH DAY", shifted_month},
    Rule{"YEAR - NUMBER - NUMBER", iso_day},
    Rule{"NUMBER / NUMBER / NUMBER", numeric_day},
    Rule{"NUMBER . NUMBER . NUMBER", numeric_day},
    Rule{"NUMBER / NUMBER > !/|NUMBER|UNIT|UNITS", nine_eleven},

    // Months
    Rule{"MONTH ,? YEAR", whole_month},
    Rule{"MONTH of YEAR", whole_month},
    Rule{"MONTH", whole_month},
    Rule{"last|this|next|past MONTH", shifted_month},
    Rule{"this past|coming MONTH", shifted_month},
    Rule{"MONTH of? this|last|next year", month_of_near_year},

    // Years
    Rule{"YEAR", whole_year},
    Rule{"the year YEAR", named_year},
    Rule{"YEAR or later|earlier", named_year},
    Rule{"YEAR and beyond", named_year},
    Rule{"YEAR - < NUMBER > !-", short_year},
    Rule{"YEAR / < NUMBER > !/|-", short_year},
    Rule{"in|of|since|by|from|until|to|and < ' NUMBER", short_year},

    // Decades and centuries
    Rule{"the? '? DECADE", whole_decade},
    Rule{"the? early|late|mid -? '? DECADE", whole_decade},
    Rule{"the YEAR 's > !UNIT|ORDINAL", decade_with_apostrophe},
    Rule{"the? [ early|late|mid -? ] ORDINAL century", numbered_century},
    Rule{"[ early|late|mid -? ] ORDINAL - century", numbered_century},

    // Seasons
    Rule{"last|this|next SEASON", near_season},
    Rule{"this|the past SEASON", near_season},
    Rule{"the? SEASON of? YEAR", near_season},
    Rule{"PREPOSITION < the spring|summer|winter|autumn", near_season},
    Rule{"in|by|since|until|during|through < the fall > !of", near_season},
    Rule{"in|by|since|until|during|through < spring|summer|winter|autumn", near_season},
    Rule{"the? early|late|mid -? spring|summer|winter|autumn", near_season},

    // Holidays
    Rule{"[ last|this|next ] HOLIDAY [ day|eve ] YEAR?", whole_holiday},
    Rule{"[ last|this|next ] FEAST '? 's? day YEAR?", whole_holiday},
    Rule{"new year 's day|eve", new_year},
};

}  // namespace

std::optional<CivilDay> day_named(const Match& match, const Frame& frame) {
    const Token* named = match.find(weekday);
    const Token* month_named = match.find(month);
    if (month_named != nullptr) {
        const Token* day = month_named + 1;
        if (!day->is(day_number)) day = month_named - 1;
        if (!day->is(day_number)) return std::nullopt;
        const WrittenMonth written = year_for(match, frame, month_named->value(), day->value());
        if (!exists(written.year, month_named->value(), day->value())) return std::nullopt;
        return CivilDay{written.year, static_cast<unsigned>(month_named->value()), static_cast<unsigned>(day->value())};
    }
    if (named != nullptr) return frame.weekday(named->value(), frame.tense(match.begin, match.end));
    if (match.has("today") || match.has("this") || match.has("tonight")) return frame.today();
    if (match.has("yesterday") || match.has("last")) return days_after(frame.today(), -1);
    if (match.has("tomorrow")) return days_after(frame.today(), 1);
    return std::nullopt;
}

std::span<const Rule> calendar_rules() { return calendar_table; }

}  // namespace dateline::timex
