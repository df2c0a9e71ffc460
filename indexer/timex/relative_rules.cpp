#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "common/dates/calendar.h"
#include "indexer/timex/frame.h"
#include "indexer/timex/rules.h"

namespace dateline::timex {

namespace {

std::optional<Finding> present(const Match&, const Frame&) { return date("PRESENT_REF"); }
std::optional<Finding> past(const Match&, const Frame&) { return date("PAST_REF"); }
std::optional<Finding> future(const Match&, const Frame&) { return date("FUTURE_REF"); }

/// "He soon left" is told of the past.
std::optional<Finding> soon(const Match& match, const Frame& frame) {
    return frame.tense(match.begin, match.end) == Tense::past ? std::nullopt : std::optional(date("FUTURE_REF"));
}

/// A day by its distance from that of publication.
template <int Days>
std::optional<Finding> near_day(const Match&, const Frame& frame) {
    return period(frame.day(days_after(frame.today(), Days)));
}

std::string weekday_value(const Frame& frame, CivilDay day, int weekday) {
    return frame.knows(Precision::day) ? day_value(day) : "XXXX-WXX-" + std::to_string(weekday);
}

/// "Friday's ruling" has been given.
std::optional<Finding> weekday_of_thing(const Match& match, const Frame& frame) {
    const int wanted = match.find(weekday)->value();
    return period(weekday_value(frame, frame.weekday(wanted, Tense::past), wanted));
}

std::optional<Finding> bare_weekday(const Match& match, const Frame& frame) {
    const int wanted = match.find(weekday)->value();
    return period(weekday_value(frame, frame.weekday(wanted, frame.tense(match.begin, match.end)), wanted));
}

/// "last Friday" is before today, "next Friday" behind it; "the previous Friday" goes by what was spoken of.
std::optional<Finding> shifted_weekday(const Match& match, const Frame& frame) {
    const int wanted = match.find(weekday)->value();
    const CivilDay today = frame.today();
    if (match.has("last") || match.has("past"))
        return date(weekday_value(
            frame, days_after(frame.weekday(wanted, Tense::past), frame.weekday(wanted, Tense::past) == today ? -7 : 0),
            wanted));
    if (match.has("next") || match.has("coming"))
        return date(weekday_value(
            frame,
            days_after(frame.weekday(wanted, Tense::future), frame.weekday(wanted, Tense::future) == today ? 7 : 0),
            wanted));
    if (match.has("this")) return date(weekday_value(frame, frame.weekday(wanted, Tense::future), wanted));
    const CivilDay from = frame.reference().first;
    const int ahead = (wanted - 1 - ((days_from_civil(from) + 3) % 7 + 7) % 7 + 7) % 7;
    const bool back = match.has("previous") || match.has("preceding");
    const int days = back ? (ahead == 0 ? -7 : ahead - 7) : (ahead == 0 ? 7 : ahead);
    return date(weekday_value(frame, days_after(from, days), wanted));
}

/// "Tuesday of last week".
std::optional<Finding> weekday_of_week(const Match& match, const Frame& frame) {
    const int wanted = match.find(weekday)->value();
    const int weeks = match.has("last") ? -1 : match.has("next") ? 1 : 0;
    const CivilDay monday = civil_from_days(static_cast<std::int32_t>(week_of(frame.today()).begin / seconds_a_day));
    return date(weekday_value(frame, days_after(monday, weeks * 7 + wanted - 1), wanted));
}

/// "last week", "this year", "the coming month": counted from the day of publication.
std::optional<Finding> near_unit(const Match& match, const Frame& frame) {
    const Unit what = unit_of(match);
    if (what < Unit::day) return std::nullopt;
    const int by = match.has("last") || match.has("past")                              ? -1
                   : match.has("next") || match.has("coming") || match.has("upcoming") ? 1
                                                                                       : 0;
    if (what == Unit::weekend && !match.has("next")) {
        // "over the weekend" looks back, "ahead of the weekend" forward; "this weekend" is the one of this week.
        const Tense tense = frame.tense(match.begin, match.end);
        const int weekday = ((days_from_civil(frame.today()) + 3) % 7 + 7) % 7;
        const bool before = match.has("last") || match.has("past") || (weekday < 4 && tense != Tense::future);
        return period(frame.shifted(frame.today(), what, before ? -1 : 0));
    }
    return period(frame.shifted(frame.today(), what, by));
}

/// "the following month", "the previous day": counted from what was spoken of.
std::optional<Finding> unit_from_reference(const Match& match, const Frame& frame) {
    const Unit what = unit_of(match);
    if (what < Unit::day) return std::nullopt;
    const bool back = match.has("previous") || match.has("preceding") || match.has("prior") || match.has("before");
    const bool same = match.has("same") || match.has("that");
    return period(frame.shifted(frame.reference(), what, same ? 0 : back ? -1 : 1));
}

/// How many of a unit an expression counts, "a" being one; nothing for "several" and fractions.
std::optional<int> count_of(const Match& match) {
    const Token* counted = match.find(count_word);
    if (counted == nullptr) return match.has("a") || match.has("an") ? std::optional(1) : std::nullopt;
    const bool whole = !counted->is(vague) && std::floor(counted->amount) == counted->amount && counted->amount > 0;
    return whole ? std::optional(counted->value()) : std::nullopt;
}

constexpr int most_years = 4000;

/// "two weeks ago". A year before a report on quarters is the same quarter.
std::optional<Finding> ago(const Match& match, const Frame& frame) {
    const Unit what = unit_of(match);
    const auto count = count_of(match);
    if (!count || *count > most_years) return Finding{.type = TimexType::date, .value = "PAST_REF", .counted = true};
    Finding finding{.type = TimexType::date, .value = "", .counted = true, .aside = what >= Unit::quarter};
    if (what == Unit::year && *count == 1 && frame.speaks_of_quarters()) {
        const Frame::Quarter quarter = frame.reference_quarter();
        finding.value = frame.quarter({quarter.year - 1, quarter.number});
    } else if (what == Unit::decade) {
        finding.value = frame.shifted(frame.today(), Unit::year, -10 * *count);
    } else {
        finding.value = frame.shifted(frame.today(), what, -*count);
    }
    return finding;
}

/// "a year earlier", "three days later", by what was spoken of.
std::optional<Finding> away(const Match& match, const Frame& frame) {
    const Unit what = unit_of(match);
    const auto count = count_of(match);
    const bool back = match.has("earlier");
    if (!count || *count > most_years) return std::nullopt;
    Finding finding = date(frame.shifted(frame.reference(), what, back ? -*count : *count));
    const bool compared = what == Unit::year && *count == 1 && back;
    if (compared && frame.speaks_of_quarters()) {
        const Frame::Quarter quarter = frame.reference_quarter();
        finding.value = frame.quarter({quarter.year - 1, quarter.number});
        finding.aside = true;
    }
    if (compared && frame.speaks_of_half_years()) finding.value = frame.year(frame.today().year - 1);
    // "It earned more than a year earlier": more is no part of the year.
    finding.counted = match.tokens.text(match.begin - 1) != "than";
    return finding;
}

std::optional<Finding> from_now(const Match& match, const Frame& frame) {
    const auto count = count_of(match);
    if (!count || *count > most_years) return date("FUTURE_REF");
    return date(frame.shifted(frame.today(), unit_of(match), *count));
}

/// "the week of March 6".
std::optional<Finding> unit_of_day(const Match& match, const Frame& frame) {
    const auto day = day_named(match, frame);
    if (!day) return std::nullopt;
    return date(frame.shifted(*day, static_cast<Unit>(match.find(unit)->value()), 0));
}

/// "the day after tomorrow", "the day before yesterday".
template <int Days>
std::optional<Finding> day_beside(const Match&, const Frame& frame) {
    return date(frame.day(days_after(frame.today(), Days)));
}

/// "Game of the Year", "player of the year" are awards.
std::optional<Finding> this_year(const Match& match, const Frame& frame) {
    const Tokens& tokens = match.tokens;
    if (tokens.text(match.begin - 1) == "of") {
        constexpr std::array<std::string_view, 10> awards{"game", "player", "person", "man",   "woman",
                                                          "song", "team",   "word",   "coach", "rookie"};
        const Token& what = tokens[match.begin - 2];
        if ((what.capital && what.word == no_word) ||
            std::ranges::find(awards, tokens.text(match.begin - 2)) != awards.end())
            return std::nullopt;
    }
    return period(frame.year(frame.today().year));
}

/// "USA TODAY", "VOA Today" are names.
std::optional<Finding> today(const Match& match, const Frame& frame) {
    const Tokens& tokens = match.tokens;
    const bool name =
        tokens[match.begin].capital && tokens[match.begin - 1].capital && !tokens.begins_sentence(match.begin);
    return name ? std::nullopt : std::optional(period(frame.day(frame.today())));
}
std::optional<Finding> this_century(const Match& match, const Frame& frame) {
    const int by = match.has("last") ? -100 : match.has("next") ? 100 : 0;
    return period(frame.century(frame.today().year + by));
}

constexpr std::array relative_table{
    // Weekdays
    Rule{"WEEKDAY > 's", weekday_of_thing},
    Rule{"WEEKDAY", bare_weekday},
    Rule{"last|next|this WEEKDAY", shifted_weekday},
    Rule{"this past|coming WEEKDAY", shifted_weekday},
    Rule{"the previous|preceding|following|next WEEKDAY", shifted_weekday},
    Rule{"WEEKDAY of? last|next|this week", weekday_of_week},

    // Days near the one of publication
    Rule{"today", today},
    Rule{"yesterday", near_day<-1>},
    Rule{"tomorrow", near_day<1>},
    Rule{"the? day before yesterday", day_beside<-2>},
    Rule{"the? day after tomorrow", day_beside<2>},

    // Periods near it
    Rule{"last|next|this UNIT", near_unit},
    Rule{"the? current|coming|upcoming|past|last UNIT > !of", near_unit},
    Rule{"this past|coming UNIT", near_unit},
    Rule{"the weekend", near_unit},
    Rule{"the week > !of|before|after|-", near_unit},
    Rule{"the full? year > !-|before|after|ended|ending|when", this_year},
    Rule{"end|beginning|start|middle|rest|remainder|close of < the month|decade", near_unit},
    Rule{"year 's|- end", this_year},
    Rule{"by|at|around|until|before < year end", this_year},
    Rule{"this|last|next century", this_century},
    Rule{"the week of MONTH DAY", unit_of_day},

    // Periods beside what was spoken of
    Rule{"the? following|previous|preceding|same|prior UNIT > !-", unit_from_reference},
    Rule{"the next day|week|month|year", unit_from_reference},
    Rule{"that same? day|week|month|year|weekend", unit_from_reference},

    // So long ago, so long after
    Rule{"COUNT UNIT|UNITS ago", ago},
    Rule{"a|an UNIT ago", ago},
    Rule{"a|an UNIT or so|two ago", ago},
    Rule{"COUNT or|to COUNT UNITS ago", past},
    Rule{"UNITS ago", past},
    Rule{"COUNT UNIT|UNITS earlier|later", away},
    Rule{"a|an UNIT earlier|later", away},
    Rule{"COUNT UNITS from now|today", from_now},
    Rule{"COUNT UNITS hence", from_now},
    Rule{"in < COUNT UNITS ' time", from_now},
    Rule{"in < a|an UNIT 's time", from_now},
    Rule{"a|an UNIT from now|today", from_now},

    // Without a number
    Rule{"right? now", present},
    Rule{"currently|presently|nowadays", present},
    Rule{"the|its|in|of|at|a < current > !,|.|UNIT", present},
    Rule{"these days", present},
    Rule{"at < the moment > !of|when", present},
    Rule{"to < this day", present},
    Rule{"more? recently", past},
    Rule{"most recently", past},
    Rule{"lately", past},
    Rule{"the other day", past},
    Rule{"long ago", past},
    Rule{"the past > !UNIT|UNITS|COUNT", past},
    Rule{"the recent past", past},
    Rule{"recent UNITS", past},
    Rule{"recent UNITS and|or UNITS", past},
    Rule{"soon > !after|as", soon},
    Rule{"as soon as possible", future},
    Rule{"the near|foreseeable|distant future", future},
    Rule{"the future > !of", future},
    Rule{"the near|short term > !-", future},
    Rule{"in < future > !UNIT|UNITS", future},
    Rule{"someday", future},
    Rule{"will < one day", future},
    Rule{"the? coming UNITS", future},
    Rule{"future UNITS", future},
};

}  // namespace

std::span<const Rule> relative_rules() { return relative_table; }

}  // namespace dateline::timex
