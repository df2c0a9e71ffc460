#include "searcher/query/date_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "common/date.h"
#include "searcher/query/query_error.h"

namespace dateline::query {

namespace {

constexpr std::string_view forms = "write 2012, 2012-08, 2012-08-29, 2012-08..2012-10, 2012.. or ..2012";
constexpr std::int64_t seconds_a_day = 86400;

std::string_view text_of(std::string_view query, Span where) {
    return query.substr(where.begin, where.end - where.begin);
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// The parts between hyphens, as spans of the query.
std::vector<Span> split_at_hyphens(std::string_view query, Span where) {
    std::vector<Span> parts;
    Span part{where.begin, where.begin};
    for (; part.end < where.end; ++part.end) {
        if (query[part.end] == '-') {
            parts.push_back(part);
            part.begin = part.end + 1;
        }
    }
    parts.push_back(part);
    return parts;
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// `2012/8/29`, `29.08.2012`, `2012-8-29` as they should have been written; nothing where that is
/// not certain.
std::optional<std::string> rewritten(std::string_view text) {
    std::vector<int> numbers;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of("-/.", at), text.size());
        const std::string_view digits = text.substr(at, end - at);
        if (!all_digits(digits) || digits.size() > 4 || numbers.size() == 3) {
            return std::nullopt;
        }
        numbers.push_back(number(digits));
        at = end + 1;
    }
    const bool year_last = numbers.size() == 3 && numbers[2] > 999 && text.find('.') != std::string_view::npos;
    if (year_last) {
        std::swap(numbers[0], numbers[2]);
    }
    if (numbers.size() < 2 || numbers[1] < 1 || numbers[1] > 12) {
        return std::nullopt;
    }
    const unsigned day = numbers.size() == 3 ? static_cast<unsigned>(numbers[2]) : 1U;
    if (!make_civil(numbers[0], static_cast<unsigned>(numbers[1]), day)) {
        return std::nullopt;
    }
    return numbers.size() == 2 ? fmt::format("{}-{:02}", numbers[0], numbers[1])
                               : fmt::format("{}-{:02}-{:02}", numbers[0], numbers[1], numbers[2]);
}

/// One period: a year, month or day.
class PeriodReader {
public:
    PeriodReader(std::string_view query, Span where) : query_(query), where_(where) {}

    Interval read() const {
        const std::vector<Span> parts = split_at_hyphens(query_, where_);
        check_shape(parts);
        const int year = read_year(parts[0]);
        if (parts.size() == 1) {
            return interval_of(date_of_year(year));
        }
        const unsigned month = read_month(parts[1]);
        if (parts.size() == 2) {
            return interval_of(date_of_month(year, month));
        }
        return interval_of(date_of_day({year, month, read_day(parts[2], year, month)}));
    }

private:
    void check_shape(const std::vector<Span>& parts) const {
        const bool two_years = parts.size() == 2 && size_of(parts[0]) == 4 && size_of(parts[1]) == 4;
        if (two_years && all_digits(text(parts[0])) && all_digits(text(parts[1]))) {
            fail(parts[1], "a month has two digits",
                 fmt::format("for a range of years write {}..{}", text(parts[0]), text(parts[1])));
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 2 || !all_digits(text(parts[i])) || size_of(parts[i]) != (i == 0 ? 4U : 2U)) {
                not_a_date();
            }
        }
    }

    [[noreturn]] void not_a_date() const {
        const auto better = rewritten(text(where_));
        fail(where_, fmt::format("`{}` is not a date", shortened(text(where_))),
             better ? fmt::format("did you mean {}?", *better) : std::string(forms));
    }

    int read_year(Span part) const {
        const int year = number(text(part));
        if (year < first_year || year > last_year()) {
            fail(part, fmt::format("the year {} is out of reach", text(part)),
                 fmt::format("years run from {} to {}", first_year, last_year()));
        }
        return year;
    }

    unsigned read_month(Span part) const {
        const int month = number(text(part));
        if (month < 1 || month > 12) {
            fail(part, fmt::format("there is no month {}", text(part)), "months run from 01 to 12");
        }
        return static_cast<unsigned>(month);
    }

    unsigned read_day(Span part, int year, unsigned month) const {
        const int day = number(text(part));
        const auto last = static_cast<int>(days_in_month(year, month));
        if (day < 1 || day > last) {
            fail(part, fmt::format("there is no day {} in {}-{:02}", text(part), year, month),
                 fmt::format("its days run from 01 to {}", last));
        }
        return static_cast<unsigned>(day);
    }

    [[noreturn]] void fail(Span part, const std::string& message, const std::string& proposal) const {
        throw QueryError(message, query_, part, proposal);
    }

    std::string_view text(Span part) const { return text_of(query_, part); }
    static std::size_t size_of(Span part) { return part.end - part.begin; }

    std::string_view query_;
    Span where_;
};

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

DateRange read_range(std::string_view query, Span where, std::size_t dots) {
    const Span from{where.begin, where.begin + dots};
    const Span until{where.begin + dots + 2, where.end};
    if (from.begin == from.end && until.begin == until.end) {
        throw QueryError("a range needs a date on one side at least", query, where, std::string(forms));
    }
    Interval interval{open_begin, open_end};
    if (from.begin != from.end) {
        interval.begin = PeriodReader(query, from).read().begin;
    }
    if (until.begin != until.end) {
        interval.end = PeriodReader(query, until).read().end;
    }
    if (interval.begin >= interval.end) {
        throw QueryError("this range ends before it begins", query, where,
                         fmt::format("did you mean {}..{}?", text_of(query, until), text_of(query, from)));
    }
    return make_range(interval, where);
}

DateRange read_within(std::string_view query, Span where) {
    const std::string_view text = text_of(query, where);
    if (text == "none") {
        return {.interval = {}, .undated = true, .understood = "none", .span = where};
    }
    const std::size_t dots = text.find("..");
    return dots == std::string_view::npos ? make_range(PeriodReader(query, where).read(), where)
                                          : read_range(query, where, dots);
}

}  // namespace

DateRange parse_date_expression(std::string_view query, Span where, DateRelation relation) {
    if (relation == DateRelation::within) {
        return read_within(query, where);
    }
    const std::string_view name = relation == DateRelation::before ? "before" : "after";
    const std::string_view text = text_of(query, where);
    if (text == "none" || text.find("..") != std::string_view::npos) {
        throw QueryError(fmt::format("`{}:` takes a single date", name), query, where,
                         fmt::format("did you mean `date:{}`?", shortened(text)));
    }
    const Interval period = PeriodReader(query, where).read();
    return make_range(
        relation == DateRelation::before ? Interval{open_begin, period.begin} : Interval{period.end, open_end}, where);
}

}  // namespace dateline::query
