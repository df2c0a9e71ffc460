#include "searcher/query/date_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "searcher/query/query_error.h"

namespace dateline::query {

namespace {

/// More than the longest date there is.
constexpr std::size_t longest_bytes = 100;

bool is_ordinal_ending(const DateToken& token) {
    constexpr std::array<std::string_view, 4> endings{"st", "nd", "rd", "th"};
    return !token.space_before && std::ranges::find(endings, token.word) != endings.end();
}

bool is_silent_sign(const DateToken& token) { return token.is_sign('-') || token.is_sign(',') || token.is_sign('.'); }

}  // namespace

DateText::DateText(std::string_view query, Span where, const Present& present)
    : query_(query), where_(where), present_(present) {
    if (text().size() > longest_bytes) return;
    const DateTokens tokens = date_tokens(text());
    bool after_sign = true;  // a sign is allowed between items only
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const DateToken& token = tokens[i];
        tight_ = tight_ && !token.space_before;
        if (token.kind == DateToken::Kind::sign) {
            if (after_sign || !is_silent_sign(token)) {
                shape_.clear();
                return;
            }
            tight_ = tight_ && token.is_sign('-');
            after_sign = true;
            continue;
        }
        after_sign = false;
        const bool after_number = !items_.empty() && items_.back().is_number();
        const bool linking = token.is_word("of") || token.is_word("de");
        if (linking || (after_number && items_.back().digits <= 2 && is_ordinal_ending(token))) continue;
        items_.push_back(token);
        shape_ += token.is_number() ? 'n' : 'w';
    }
    if (after_sign && !tokens[tokens.size() - 1].is_sign('.')) shape_.clear();
}

std::string_view DateText::written(std::size_t item) const {
    return text().substr(items_[item].begin, items_[item].end - items_[item].begin);
}

int DateText::year(std::size_t item) const {
    if (items_[item].digits != 4) {
        fail(item, "a year has four digits", "write 2012, \"aug 2012\" or \"29 August 2012\"");
    }
    const int year = items_[item].number;
    if (year < present_.first_year || year > present_.last_year()) {
        fail(item, fmt::format("the year {} is out of reach", written(item)),
             fmt::format("years run from {} to {}", present_.first_year, present_.last_year()));
    }
    return year;
}

unsigned DateText::month(std::size_t item) const {
    const int month = items_[item].number;
    if (month < 1 || month > 12) {
        fail(item, fmt::format("there is no month {}", written(item)), "months run from 01 to 12");
    }
    return static_cast<unsigned>(month);
}

CivilDay DateText::day(std::size_t item, int year, unsigned month) const {
    const int day = items_[item].number;
    const auto last = static_cast<int>(days_in_month(year, month));
    if (items_[item].digits > 2 || day < 1 || day > last) {
        fail(item, fmt::format("there is no day {} in {}-{:02}", written(item), year, month),
             fmt::format("its days run from 01 to {}", last));
    }
    return {year, month, static_cast<unsigned>(day)};
}

void DateText::fail(std::size_t item, const std::string& message, const std::string& proposal) const {
    const Span place{where_.begin + items_[item].begin, where_.begin + items_[item].end};
    throw QueryError(message, query_, place, proposal);
}

void DateText::fail(const std::string& message, const std::string& proposal) const {
    throw QueryError(message, query_, where_, proposal);
}

}  // namespace dateline::query
