#include "searcher/query/date_proposal.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "common/dates/nearest_name.h"
#include "searcher/query/date_expression.h"
#include "searcher/query/date_period.h"
#include "searcher/query/query_error.h"

namespace dateline::query {

namespace {

/// The words of dates, as they are offered for misspelt ones; months also in other languages are understood.
constexpr std::array<std::string_view, 34> date_words{
    "january", "february", "march",    "april", "may",       "june",   "july", "august", "september",
    "october", "november", "december", "aug",   "sept",      "oct",    "nov",  "dec",    "spring",
    "summer",  "autumn",   "winter",   "today", "yesterday", "last",   "this", "past",   "day",
    "week",    "month",    "year",     "days",  "weeks",     "months", "years"};

bool makes_sense(const std::string& date, const Present& present) {
    try {
        return find_period(DateText(date, {0, date.size()}, present)).has_value();
    } catch (const QueryError&) {
        return false;
    }
}

std::optional<std::string> if_it_makes_sense(std::string date, const Present& present) {
    return makes_sense(date, present) ? std::optional(std::move(date)) : std::nullopt;
}

/// `2012/8/29`, `29.08.2012`, `2012-8-29` as they should have been written.
std::optional<std::string> with_digits_in_order(const DateText& text) {
    std::vector<int> numbers;
    const std::string_view written = text.text();
    for (std::size_t at = 0; at < written.size();) {
        const std::size_t end = std::min(written.find_first_of("-/.", at), written.size());
        int number = 0;
        const auto [behind, error] = std::from_chars(written.data() + at, written.data() + end, number);
        if (error != std::errc() || behind != written.data() + end || numbers.size() == 3) return std::nullopt;
        numbers.push_back(number);
        at = end + 1;
    }
    const bool year_last = numbers.size() == 3 && numbers[2] > 999 && written.find('.') != std::string_view::npos;
    if (year_last) std::swap(numbers[0], numbers[2]);
    if (numbers.size() < 2) return std::nullopt;
    std::string date = fmt::format("{:04}-{:02}", numbers[0], numbers[1]);
    if (numbers.size() == 3) date += fmt::format("-{:02}", numbers[2]);
    return if_it_makes_sense(std::move(date), text.present());
}

/// `agust 2012`, `last wek` with the word right.
std::optional<std::string> with_words_spelt_right(const DateText& text) {
    std::string date;
    for (std::size_t item = 0; item < text.shape().size(); ++item) {
        const auto word = text.shape()[item] == 'w' ? nearest_name(text[item].word, date_words) : std::nullopt;
        const bool glued = item > 0 && !text[item].space_before && !word;
        date += date.empty() || glued ? "" : " ";
        date += word ? date_words.at(*word) : text.written(item);
    }
    return if_it_makes_sense(std::move(date), text.present());
}

/// `august`, `summer`: the one that began last.
std::optional<std::string> with_its_year(const DateText& text) {
    if (text.shape() != "w") return std::nullopt;
    const Present& present = text.present();
    for (const int year : {present.today().year, present.today().year - 1}) {
        const std::string date = fmt::format("{} {}", text.written(0), year);
        if (!makes_sense(date, present)) continue;
        if (find_period(DateText(date, {0, date.size()}, present))->begin <= present.now) return date;
    }
    return std::nullopt;
}

/// `3 months`, `week`.
std::optional<std::string> with_past_before(const DateText& text) {
    return if_it_makes_sense(fmt::format("past {}", text.text()), text.present());
}

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

/// A value without quotes from its beginning over the blank behind it, word for word: `last`, `last week`, ... The
/// longest comes first; empty where quotes or the query's end stand behind it.
std::vector<Span> with_words_behind(std::string_view query, Span where) {
    constexpr std::size_t most_words = 5;
    const std::size_t before =
        where.begin == 0 ? std::string_view::npos : query.find_last_of(" \t\r\n:(", where.begin - 1);
    Span longer{before == std::string_view::npos ? 0 : before + 1, where.end};
    std::vector<Span> spans;
    while (longer.end < query.size() && is_blank(query[longer.end]) && spans.size() < most_words) {
        const std::size_t word = query.find_first_not_of(" \t\r\n", longer.end);
        if (word == std::string_view::npos) break;
        longer.end = std::min(query.find_first_of(" \t\r\n()\"", word), query.size());
        if (longer.end == word) break;
        spans.push_back(longer);
    }
    std::reverse(spans.begin(), spans.end());
    return spans;
}

/// A date of several words without quotes, `date:last week`: only its first word is the value, and that is no date. If
/// the words name a date that does not exist, that is the error.
std::optional<std::string> with_quotes(std::string_view query, Span where, const Present& present) {
    std::optional<QueryError> nonsense;
    for (const Span& longer : with_words_behind(query, where)) {
        const std::string_view date = query.substr(longer.begin, longer.end - longer.begin);
        const std::size_t dots = date.find("..");
        try {
            const Span first{longer.begin, dots == std::string_view::npos ? longer.end : longer.begin + dots};
            bool found = find_period(DateText(query, first, present)).has_value();
            if (found && dots != std::string_view::npos) {
                found = find_period(DateText(query, {first.end + 2, longer.end}, present)).has_value();
            }
            if (found) return std::string(date);
        } catch (const QueryError& error) {
            if (!nonsense) nonsense = error;
        }
    }
    if (nonsense) throw *nonsense;
    return std::nullopt;
}

std::string proposal_for(std::string_view query, Span where, const DateText& text) {
    const auto did_you_mean = [](const std::string& date) {
        return fmt::format("did you mean {}?", quoted_where_needed(date));
    };
    if (const auto date = with_digits_in_order(text)) return did_you_mean(*date);
    if (const auto date = with_quotes(query, where, text.present())) {
        return fmt::format("dates of several words stand in quotes; did you mean {}?", quoted_where_needed(*date));
    }
    using Change = std::optional<std::string> (*)(const DateText&);
    for (const Change change : {with_its_year, with_past_before, with_words_spelt_right}) {
        if (const auto date = change(text)) return did_you_mean(*date);
    }
    return std::string(date_forms);
}

}  // namespace

void no_period(std::string_view query, Span where, const DateText& text) {
    text.fail(fmt::format("`{}` is not a date", shortened(text.text())), proposal_for(query, where, text));
}

std::string quoted_where_needed(std::string_view date) {
    return date.find(' ') == std::string_view::npos ? std::string(date) : fmt::format("\"{}\"", date);
}

}  // namespace dateline::query
