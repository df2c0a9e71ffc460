#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "common/dates/calendar.h"
#include "indexer/timex/frame.h"
#include "indexer/timex/rules.h"

namespace dateline::timex {

namespace {

Finding time(std::string value) { return {.type = TimexType::time, .value = std::move(value), .period = true}; }

CivilDay day_for(const Match& match, const Frame& frame) {
    if (const auto named = day_named(match, frame)) return *named;
    return frame.day_of_time(match.begin);
}

std::string part_code(int part) {
    constexpr std::array<std::string_view, 4> codes{"TMO", "TAF", "TEV", "TNI"};
    return std::string(codes.at(static_cast<std::size_t>(part)));
}

/// "Friday morning", "last night", "this evening".
std::optional<Finding> part_of(const Match& match, const Frame& frame) {
    const int part = match.has("tonight") || match.has("overnight") ? 3 : match.find(part_of_day)->value();
    CivilDay day = day_for(match, frame);
    if (match.has("next") || match.has("following")) day = days_after(frame.reference().last, 1);
    return time(frame.day(day) + part_code(part));
}

/// "Entertainment Tonight", "Midnight Sun" are names.
bool is_name(const Match& match) {
    const Tokens& tokens = match.tokens;
    if (!tokens[match.begin].capital || tokens.begins_sentence(match.begin)) return false;
    return tokens[match.begin - 1].capital || (tokens[match.end].capital && tokens[match.end].word == no_word);
}

std::optional<Finding> tonight(const Match& match, const Frame& frame) {
    if (is_name(match)) return std::nullopt;
    const int days = match.has("overnight") ? -1 : 0;
    return time(frame.day(days_after(frame.today(), days)) + "TNI");
}

std::optional<Finding> named_hour(const Match& match, const Frame& frame) {
    if (is_name(match)) return std::nullopt;
    return time(frame.day(day_for(match, frame)) + (match.has("midnight") ? "T24:00" : "T12:00"));
}

/// `8:30 p.m.`, `20:30`, `3 o'clock in the afternoon`, `1430 GMT`.
std::optional<Finding> written_time(const Match& match, const Frame& frame) {
    const Token* first = match.find(hour | small_number);
    int hours = 0;
    int minutes = 0;
    if (first == nullptr) {
        first = match.find(year | number);
        if (first == nullptr || first->digits != 4) return std::nullopt;
        hours = first->value() / 100;
        minutes = first->value() % 100;
    } else {
        hours = first->value();
        const Token& sign = *(first + 1);
        const std::string_view mark = word(sign.word).text;
        if (mark == ":" || mark == ".") {
            const Token& second = *(first + 2);
            if (second.digits != 2 || second.space_before || sign.space_before) return std::nullopt;
            minutes = second.value();
        }
    }
    const bool afternoon = match.has("pm") || match.has("afternoon") || match.has("evening") || match.has("night");
    const bool morning = match.has("am") || match.has("morning");
    if ((afternoon || morning) && hours > 12) return std::nullopt;
    if (afternoon && hours < 12) hours += 12;
    if (morning && hours == 12) hours = 0;
    if (hours > 24 || minutes > 59 || (hours == 24 && minutes > 0)) return std::nullopt;
    return time(frame.day(day_for(match, frame)) + fmt::format("T{:02}:{:02}", hours, minutes));
}

constexpr std::array clock_table{
    // Parts of a day
    Rule{"WEEKDAY PART", part_of},
    Rule{"this|yesterday|tomorrow|last PART", part_of},
    Rule{"the next|following PART", part_of},
    Rule{"late|early|mid -? this|yesterday|tomorrow|last PART", part_of},
    Rule{"late|early|mid -? WEEKDAY PART", part_of},
    Rule{"mid -? PART yesterday|WEEKDAY", part_of},
    Rule{"WEEKDAY ,? MONTH DAY ,? PART", part_of},
    Rule{"in|during < the morning|afternoon|evening", part_of},
    Rule{"by|in|at|until|since < mid -? morning|afternoon|evening", part_of},
    Rule{"the morning|afternoon|evening|night of WEEKDAY", part_of},
    Rule{"the? morning|afternoon|evening|night of WEEKDAY? ,? MONTH DAY [ , YEAR ]", part_of},
    Rule{"tonight", tonight},
    Rule{"overnight", tonight},

    // Hours with a name
    Rule{"midday|noon|midnight", named_hour},
    Rule{"midday|noon|midnight on? WEEKDAY|today|yesterday|tomorrow", named_hour},
    Rule{"midday|noon|midnight on? WEEKDAY? ,? MONTH DAY [ , YEAR ]", named_hour},
    Rule{"WEEKDAY midnight|noon", named_hour},

    // Times
    Rule{"HOUR am|pm", written_time},
    Rule{"HOUR :|. NUMBER am|pm", written_time},
    Rule{"at|by|around|about|before|after|until|till|from|between|since|to|and < HOUR : NUMBER > !:|NUMBER",
         written_time},
    Rule{"HOUR|HOURWORD o'clock", written_time},
    Rule{"HOUR|HOURWORD [ o'clock ] in the morning|afternoon|evening", written_time},
    Rule{"HOUR|HOURWORD [ o'clock ] at night", written_time},
    Rule{"HOUR [ : NUMBER ] on? WEEKDAY PART", written_time},
    Rule{"NUMBER gmt|utc", written_time},
    Rule{"HOUR [ :|. NUMBER ] [ am|pm ] ZONE ,? on? WEEKDAY|today|yesterday|tomorrow", written_time},
    Rule{"HOUR [ :|. NUMBER ] am|pm ZONE ,? on? WEEKDAY? ,? MONTH DAY [ , YEAR ]", written_time},
    Rule{"HOUR [ :|. NUMBER ] am|pm ZONE", written_time},
    Rule{"HOUR :|. NUMBER ZONE", written_time},
    Rule{"HOUR [ :|. NUMBER ] am|pm ,? on? WEEKDAY|today|yesterday|tomorrow", written_time},
    Rule{"HOUR [ :|. NUMBER ] am|pm ,? on? WEEKDAY? ,? MONTH DAY [ , YEAR ]", written_time},
    Rule{"NUMBER gmt|utc ,? on? WEEKDAY", written_time},
};

}  // namespace

std::span<const Rule> clock_rules() { return clock_table; }

}  // namespace dateline::timex
