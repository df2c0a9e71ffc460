#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/ascii.h"
#include "indexer/timex/frame.h"
#include "indexer/timex/rules.h"

namespace dateline::timex {

namespace {

/// The letter of a unit, behind `PT` for those below a day; decades and centuries are years.
std::string duration_value(Unit what, const std::string& amount) {
    constexpr std::array<std::string_view, 11> letters{"S", "M", "H", "D", "W", "M", "Q", "Y", "DE", "CE", "WE"};
    const std::string_view letter = letters.at(static_cast<std::size_t>(what));
    return fmt::format("{}{}{}", what < Unit::day ? "PT" : "P", amount, letter);
}

std::string amount_text(double amount) {
    const double rounded = std::round(amount * 100) / 100;
    return fmt::format("{}", rounded);
}

std::string duration_of(Unit what, double amount) {
    if (what == Unit::decade) return duration_value(Unit::year, amount_text(amount * 10));
    if (what == Unit::century) return duration_value(Unit::year, amount_text(amount * 100));
    if (what == Unit::year && std::floor(amount) + 0.5 == amount)
        return amount < 1 ? "P6M" : fmt::format("P{}Y6M", std::floor(amount));
    constexpr double most_hours_with_minutes = 1000;
    if (what == Unit::hour && std::floor(amount) != amount && amount < most_hours_with_minutes) {
        const double minutes = std::round((amount - std::floor(amount)) * 60);
        const std::string rest = amount_text(minutes) + "M";
        return amount < 1 ? "PT" + rest : duration_value(what, amount_text(std::floor(amount))) + rest;
    }
    return duration_value(what, amount_text(amount));
}

Finding duration(std::string value) {
    return {.type = TimexType::duration, .value = std::move(value), .counted = true};
}
Finding set(std::string value) { return {.type = TimexType::set, .value = std::move(value)}; }

/// "a 52-year-old man", "30 years old": an age is told of people.
bool is_age(const Match& match) {
    const std::string_view next = match.tokens.text(match.end);
    if (next == "old" || next == "older") return true;
    if (next == "-" && match.tokens.text(match.end + 1) == "old") return unit_of(match) == Unit::year;
    return next == "of" && match.tokens.text(match.end + 1) == "age";
}

std::optional<Finding> counted(const Match& match, const Frame&) {
    if (is_age(match)) return std::nullopt;
    const Token* amount = match.find(count_word);
    const Unit what = unit_of(match);
    // "three-quarters" is a share; "1999 year" counts no years.
    if (match.has("-") && unit_token(match).is(units) && what == Unit::quarter) return std::nullopt;
    if (amount->digits == 4 && amount->is(year) && unit_token(match).is(unit)) return std::nullopt;
    if (amount->is(vague) || amount->amount <= 0) return duration(duration_value(what, "X"));
    if (amount->amount >= 1e12) return std::nullopt;
    return duration(duration_of(what, amount->amount));
}

/// "two" of "two to six days".
std::optional<Finding> first_of_range(const Match& match, const Frame&) {
    const Token& amount = match.tokens[match.begin];
    const Token& what = match.tokens[match.begin + 3];
    if (amount.is(vague) || amount.amount <= 0 || amount.amount >= 1e12) return std::nullopt;
    return duration(duration_of(static_cast<Unit>(what.value()), amount.amount));
}

std::optional<Finding> vague_units(const Match& match, const Frame&) {
    if (is_age(match)) return std::nullopt;
    const Token* what = match.find(units);
    return Finding{
        .type = TimexType::duration, .value = duration_value(static_cast<Unit>(what->value()), "X"), .counted = false};
}

/// "half an hour", "the five year plan"; but "at 5 day traders" is no plan of five days.
std::optional<Finding> counted_one(const Match& match, const Frame& frame) {
    const Token* amount = match.find(count_word);
    if (unit_of(match) == Unit::quarter || (amount->is(number) && !amount->space_before)) return std::nullopt;
    return counted(match, frame);
}

std::optional<Finding> one(const Match& match, const Frame&) {
    if (is_age(match)) return std::nullopt;
    return duration(duration_of(unit_of(match), 1));
}

std::optional<Finding> half(const Match& match, const Frame&) { return duration(duration_of(unit_of(match), 0.5)); }

std::optional<Finding> one_and_half(const Match& match, const Frame&) {
    return duration(duration_of(static_cast<Unit>(match.find(unit)->value()), 1.5));
}

/// "two hours and 27 minutes", "a year and three months".
std::optional<Finding> of_two_units(const Match& match, const Frame&) {
    const Token& first = *match.find(unit | units);
    const Token* amount = match.find(count_word);
    const Token* rest = match.find_last(count_word);
    const auto larger = static_cast<Unit>(first.value());
    const Unit smaller = unit_of(match);
    const bool fits = smaller < larger && smaller != Unit::quarter && larger != Unit::quarter && larger <= Unit::year;
    if (!fits || is_age(match) || rest->is(vague) || rest->amount <= 0) return std::nullopt;
    const double count = amount == rest ? 1 : amount->amount;
    if (count <= 0 || std::floor(count) != count) return std::nullopt;
    const std::string head = duration_of(larger, count);
    const std::string tail = duration_of(smaller, rest->amount);
    const bool same_side = (larger < Unit::day) == (smaller < Unit::day);
    return duration(head + tail.substr(same_side && larger < Unit::day ? 2 : 1));
}

/// "a year" behind a price or a count says how often: "$5 a year", "three cars a week".
bool is_rate(const Match& match) {
    const Tokens& tokens = match.tokens;
    const Token& before = tokens[match.begin - 1];
    if (before.digits > 0) return true;
    if (tokens.begins_sentence(match.begin) || before.is(preposition) || (before.word == no_word && !before.letters))
        return false;
    for (std::size_t back = 1; back <= 4; ++back) {
        const Token& token = tokens[match.begin - back];
        if (token.digits > 0 || token.is(count_word)) return true;
        if (token.break_before || token.is(preposition) || !(token.letters)) break;
    }
    constexpr std::array<std::string_view, 4> masses{"billions", "millions", "thousands", "hundreds"};
    for (std::size_t back = 2; back <= 3; ++back) {
        if (std::ranges::find(masses, tokens.text(match.begin - back)) != masses.end()) return true;
    }
    const std::string_view text = tokens.text(match.begin - 1);
    return text == "million" || text == "billion" || text == "thousands" || text == "percent";
}

std::optional<Finding> one_or_each(const Match& match, const Frame& frame) {
    if (is_rate(match)) return set(duration_of(unit_of(match), 1));
    const Unit what = unit_of(match);
    if (what == Unit::weekend || what == Unit::quarter) return std::nullopt;
    return one(match, frame);
}

std::optional<Finding> each(const Match& match, const Frame&) {
    const Token* amount = match.find(count_word);
    const double count = match.has("other") ? 2 : amount != nullptr && amount->amount > 0 ? amount->amount : 1;
    return set(duration_of(unit_of(match), count));
}

std::optional<Finding> often(const Match& match, const Frame&) {
    const Token* word = match.find(adverb_set);
    // "the Daily News"
    const bool name = word->capital && match.tokens[match.begin + 1].capital;
    if (name && !match.tokens.begins_sentence(match.begin)) return std::nullopt;
    return set(duration_of(static_cast<Unit>(word->value()), 1));
}

std::optional<Finding> each_named(const Match& match, const Frame&) {
    if (const Token* named = match.find(weekday | weekdays)) return set(fmt::format("XXXX-WXX-{}", named->value()));
    if (const Token* named = match.find(month)) return set(fmt::format("XXXX-{:02}", named->value()));
    if (const Token* named = match.find(season)) {
        constexpr std::array<std::string_view, 4> names{"SP", "SU", "FA", "WI"};
        return set(fmt::format("XXXX-{}", names.at(static_cast<std::size_t>(named->value()))));
    }
    constexpr std::array<std::string_view, 4> parts{"TMO", "TAF", "TEV", "TNI"};
    return set(fmt::format("XXXX-XX-XX{}", parts.at(static_cast<std::size_t>(match.find(part_of_day)->value()))));
}

constexpr std::array duration_table{
    // So many
    Rule{"COUNT UNITS", counted},
    Rule{"COUNT - UNIT|UNITS", counted},
    Rule{"COUNT UNIT|UNITS and|, COUNT UNIT|UNITS", of_two_units},
    Rule{"a|an UNIT and COUNT UNIT|UNITS", of_two_units},
    Rule{"one UNIT", counted},
    Rule{"COUNT UNIT", counted_one},
    Rule{"UNIT - long", one},
    Rule{"UNITS - long", vague_units},
    Rule{"another|additional COUNT UNITS", counted},
    Rule{"COUNT more|full|additional|consecutive|straight UNITS", counted},
    Rule{"the first|last|past|next|previous|coming|preceding|following COUNT UNITS", counted},
    Rule{"the first|last|past|next|previous|coming|preceding|following COUNT UNITS or so", counted},
    Rule{"the COUNT UNITS", counted},
    Rule{"these COUNT UNITS", counted},
    Rule{"each of the past|last|next COUNT UNITS", counted},
    Rule{"COUNT UNITS or so", counted},
    Rule{"COUNT > to COUNT UNITS", first_of_range},
    Rule{"COUNT - COUNT UNITS", counted},
    Rule{"COUNT or COUNT UNITS", counted},

    // One
    Rule{"a|an UNIT", one_or_each},
    Rule{"a|an UNIT and a half", one_and_half},
    Rule{"a|an full|entire|whole|additional UNIT", one},
    Rule{"another UNIT", one},
    Rule{"an? additional UNIT", one},
    Rule{"a|an UNIT or two|so > !ago", one},
    Rule{"all day|week|month|year", one},
    Rule{"the year > ended|ending", one},
    Rule{"the quarter > ended|ending", one},
    Rule{"the fiscal year", one},
    Rule{"half - UNIT", half},
    Rule{"a half - UNIT", half},

    // Of no number
    Rule{"for|within|of|after|over|about < UNITS", vague_units},
    Rule{"in < UNITS > !of|and|or", vague_units},
    Rule{"spent|spend|spending|took|take|takes|lasted|lasts|lasting|spanning|follows|waited < UNITS", vague_units},
    Rule{"in|during|over < the UNITS > before|after|since|following|leading|to", vague_units},
    Rule{"UNITS > later|earlier|after|before", vague_units},
    Rule{"the? past|last|first UNITS", vague_units},
    Rule{"the early years|days", vague_units},
    Rule{"the year - earlier|ago COUNT UNITS", counted},
    Rule{"COUNT - month|week|day - old", counted},
    Rule{"over|through < the years", vague_units},
    Rule{"the UNITS ahead", vague_units},
    Rule{"UNITS or|and UNITS", vague_units},

    // How often
    Rule{"every|each UNIT", each},
    Rule{"every|each COUNT UNITS", each},
    Rule{"every other UNIT", each},
    Rule{"per UNIT", each},
    Rule{"once|twice a|an|every|each UNIT", each},
    Rule{"COUNT times a|an|every|each UNIT", each},
    Rule{"OFTEN", often},
    Rule{"every|each WEEKDAY|MONTH|SEASON|PART", each_named},
    Rule{"WEEKDAYS", each_named},
};

}  // namespace

std::span<const Rule> duration_rules() { return duration_table; }

}  // namespace dateline::timex
