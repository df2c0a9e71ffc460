#include <array>
#include <optional>
#include <string>

#include "indexer/timex/frame.h"
#include "indexer/timex/rules.h"

namespace dateline::timex {

namespace {

/// The year an expression names beside its quarter: "1988", "last year".
std::optional<int> year_beside(const Match& match, const Frame& frame) {
    if (const Token* written = match.find(year)) return written->value();
    const int now = frame.today().year;
    if (match.has("last") || match.has("previous")) return now - 1;
    if (match.has("next")) return now + 1;
    if (match.has("this") || match.has("current")) return now;
    return std::nullopt;
}

std::string quarter_value(const Match& match, const Frame& frame, Frame::Quarter quarter) {
    return match.find(year) != nullptr ? year_value(quarter.year) + "-Q" + std::to_string(quarter.number)
                                       : frame.quarter(quarter);
}

std::optional<Finding> numbered_quarter(const Match& match, const Frame& frame) {
    const int number = match.find(ordinal | quarter_code)->value();
    if (number < 1 || number > 4) return std::nullopt;
    Frame::Quarter quarter = frame.quarter(number, frame.tense(match.begin, match.end));
    if (const auto beside = year_beside(match, frame)) quarter.year = *beside;
    return period(quarter_value(match, frame, quarter));
}

/// "the year-ago quarter", "the year-earlier third quarter".
std::optional<Finding> quarter_a_year_before(const Match& match, const Frame& frame) {
    Frame::Quarter quarter = frame.reference_quarter();
    if (const Token* number = match.find(ordinal)) quarter.number = number->value();
    if (quarter.number < 1 || quarter.number > 4) return std::nullopt;
    --quarter.year;
    Finding finding = date(frame.quarter(quarter));
    if (!frame.speaks_of_quarters() && !match.has("quarter")) finding.value = frame.year(frame.today().year - 1);
    finding.aside = true;
    return finding;
}

/// "the quarter", "the latest quarter", "the 1988 period".
std::optional<Finding> told_quarter(const Match& match, const Frame& frame) {
    Frame::Quarter quarter = frame.reference_quarter();
    const auto beside = year_beside(match, frame);
    if (match.has("period") && match.find(year) != nullptr && !frame.speaks_of_quarters())
        return period(year_value(*beside));
    if (beside && !match.has("current")) quarter.year = *beside;
    return period(quarter_value(match, frame, quarter));
}

std::optional<Finding> fiscal_year(const Match& match, const Frame& frame) {
    if (const Token* written = match.find(year)) return period(year_value(written->value()));
    const int by = match.has("latest") || match.has("last") || match.has("previous") ? -1 : match.has("next") ? 1 : 0;
    return period(frame.year(frame.today().year + by));
}

std::optional<Finding> half_year(const Match& match, const Frame& frame) {
    const int number = match.find(ordinal)->value();
    if (number != 1 && number != 2) return std::nullopt;
    const auto beside = year_beside(match, frame);
    const std::string year =
        match.find(timex::year) != nullptr ? year_value(*beside) : frame.year(beside.value_or(frame.today().year));
    return date(year + "-H" + std::to_string(number));
}

/// "the September quarter", by the month it ends with.
std::optional<Finding> quarter_of_month(const Match& match, const Frame& frame) {
    const int number = (match.find(month)->value() - 1) / 3 + 1;
    Frame::Quarter quarter = frame.quarter(number, frame.tense(match.begin, match.end));
    if (const auto beside = year_beside(match, frame)) quarter.year = *beside;
    return period(quarter_value(match, frame, quarter));
}

constexpr std::array quarter_table{
    Rule{"the? fiscal? -? ORDINAL -? quarter [ of? fiscal? YEAR ]", numbered_quarter},
    Rule{"the? ORDINAL quarter of|this|last|next this|last|next|the? year", numbered_quarter},
    Rule{"the? ORDINAL quarter last|this|next year", numbered_quarter},
    Rule{"the? fiscal? YEAR fiscal? ORDINAL -? quarter", numbered_quarter},
    Rule{"YEAR 's ORDINAL -? quarter", numbered_quarter},
    Rule{"this|last|next year 's fiscal? ORDINAL -? quarter", numbered_quarter},
    Rule{"the? year -? ago|earlier fiscal? ORDINAL? -? quarter|period", quarter_a_year_before},
    Rule{"year - ago|earlier", quarter_a_year_before},
    Rule{"the corresponding|same period|quarter [ of? last year ]", quarter_a_year_before},
    Rule{"the corresponding|same period|quarter a year ago|earlier|before", quarter_a_year_before},
    Rule{"last year 's quarter", quarter_a_year_before},
    Rule{"the quarter a year ago|earlier", quarter_a_year_before},
    Rule{"the quarter > !-|of|to|a|ORDINAL|century", told_quarter},
    Rule{"the latest|recent quarter|period", told_quarter},
    Rule{"the most recent quarter|period", told_quarter},
    Rule{"the YEAR quarter|period", told_quarter},
    Rule{"that quarter", told_quarter},
    Rule{"the? MONTH quarter [ of YEAR ]", quarter_of_month},
    Rule{"QUARTERCODE [ of? fiscal? YEAR ]", numbered_quarter},
    Rule{"the? fiscal year? YEAR", fiscal_year},
    Rule{"fy YEAR", fiscal_year},
    Rule{"the? latest|current|last|next|previous fiscal year", fiscal_year},
    Rule{"this fiscal year", fiscal_year},
    Rule{"the ORDINAL half of? the? year? YEAR", half_year},
    Rule{"the? ORDINAL half of this|last|next|the year", half_year},
};

}  // namespace

std::span<const Rule> quarter_rules() { return quarter_table; }

}  // namespace dateline::timex
