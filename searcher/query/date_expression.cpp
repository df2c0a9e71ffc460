#include "searcher/query/date_expression.h"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "common/date.h"
#include "searcher/query/date_period.h"
#include "searcher/query/date_proposal.h"
#include "searcher/query/query_error.h"

namespace dateline::query {

namespace {

std::string_view text_of(std::string_view query, Span where) {
    return query.substr(where.begin, where.end - where.begin);
}

Span trimmed(std::string_view query, Span where) {
    const auto is_blank = [&](std::size_t at) { return query[at] == ' ' || query[at] == '\t' || query[at] == '\n'; };
    while (where.begin < where.end && is_blank(where.begin)) ++where.begin;
    while (where.begin < where.end && is_blank(where.end - 1)) --where.end;
    return where;
}

bool is_none(std::string_view text) { return text == "none" || text == "None" || text == "NONE"; }

std::string day_name(std::int64_t seconds) {
    std::int64_t days = seconds / seconds_a_day;
    days -= seconds % seconds_a_day < 0 ? 1 : 0;
    return to_iso(date_of_day(civil_from_days(static_cast<std::int32_t>(days))));
}

/// First and last day, an open side empty.
std::string in_words(Interval interval) {
    const std::string first = interval.begin == open_begin ? "" : day_name(interval.begin);
    const std::string last = interval.end == open_end ? "" : day_name(interval.end - 1);
    return first == last ? first : first + ".." + last;
}

DateRange make_range(Interval interval, Span where) {
    return {.interval = interval, .undated = false, .understood = in_words(interval), .span = where};
}

/// A range around the first two dots of its text.
class RangeReader {
public:
    RangeReader(std::string_view query, Span where, std::size_t dots, const Present& present)
        : query_(query),
          where_(where),
          dots_{where.begin + dots, where.begin + dots + 2},
          from_(trimmed(query, {where.begin, dots_.begin})),
          until_(trimmed(query, {dots_.end, where.end})),
          present_(present) {}

    DateRange read() const {
        check_dots();
        Interval interval{open_begin, open_end};
        if (!is_empty(from_)) interval.begin = read_period(query_, from_, present_).begin;
        if (!is_empty(until_)) interval.end = read_period(query_, until_, present_).end;
        if (interval.begin >= interval.end) {
            throw QueryError(
                "this range ends before it begins", query_, until_,
                fmt::format("did you mean {}?", quoted_where_needed(fmt::format("{}..{}", text(until_), text(from_)))));
        }
        return make_range(interval, where_);
    }

private:
    void check_dots() const {
        if (is_empty(from_) && is_empty(until_)) {
            throw QueryError("a range needs a date on one side at least", query_, where_, std::string(date_forms));
        }
        const std::size_t more = text(until_).find("..");
        if (text(until_).starts_with('.') || more != std::string_view::npos) {
            const std::size_t at = until_.begin + (text(until_).starts_with('.') ? 0 : more);
            throw QueryError("a range has two dots, once", query_, {at, at + 1}, "write it as in 2010..2012");
        }
    }

    static bool is_empty(Span span) { return span.begin == span.end; }
    std::string_view text(Span span) const { return text_of(query_, span); }

    std::string_view query_;
    Span where_;
    Span dots_;
    Span from_;
    Span until_;
    const Present& present_;
};

DateRange read_within(std::string_view query, Span where, const Present& present) {
    const std::string_view text = text_of(query, where);
    if (is_none(text)) {
        return {.interval = {}, .undated = true, .understood = "none", .span = where};
    }
    const std::size_t dots = text.find("..");
    return dots == std::string_view::npos ? make_range(read_period(query, where, present), where)
                                          : RangeReader(query, where, dots, present).read();
}

/// There is something on the other side of a period, so that what is understood can be asked again.
void check_side(std::string_view query, Span where, DateRelation relation, Interval period, const Present& present) {
    if (relation == DateRelation::before && period.begin <= interval_of(date_of_year(first_year)).begin) {
        throw QueryError(fmt::format("there are no dates before {}", first_year), query, where,
                         fmt::format("years run from {} to {}", first_year, present.last_year()));
    }
    if (relation == DateRelation::after && period.end >= interval_of(date_of_year(present.last_year())).end) {
        throw QueryError(fmt::format("there are no dates after {}", present.last_year()), query, where,
                         fmt::format("years run from {} to {}", first_year, present.last_year()));
    }
}

}  // namespace

DateRange parse_date_expression(std::string_view query, Span where, DateRelation relation, const Present& present) {
    const Span value = trimmed(query, where);
    if (relation == DateRelation::within) return read_within(query, value, present);
    const std::string_view name = relation == DateRelation::before ? "before" : "after";
    const std::string_view text = text_of(query, value);
    if (is_none(text) || text.find("..") != std::string_view::npos) {
        throw QueryError(fmt::format("`{}:` takes a single date", name), query, value,
                         fmt::format("did you mean `date:{}`?", quoted_where_needed(shortened(text))));
    }
    const Interval period = read_period(query, value, present);
    check_side(query, value, relation, period, present);
    return make_range(
        relation == DateRelation::before ? Interval{open_begin, period.begin} : Interval{period.end, open_end}, value);
}

}  // namespace dateline::query
