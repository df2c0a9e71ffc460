#include "indexer/readers/date_order.h"

#include <optional>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

struct NumericDate {
    unsigned first = 0;
    unsigned second = 0;
    std::string_view first_digits;
    std::string_view second_digits;
    std::string_view year;
    std::string_view rest;
};

/// One or two digits at the front of `text`, which loses them and the sign behind.
std::optional<std::string_view> take_number(std::string_view& text, char sign) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit_ascii(text[digits])) {
        ++digits;
    }
    if (digits < 1 || digits > 2 || digits >= text.size() || text[digits] != sign) {
        return std::nullopt;
    }
    const std::string_view number = text.substr(0, digits);
    text.remove_prefix(digits + 1);
    return number;
}

unsigned value_of(std::string_view digits) {
    unsigned value = 0;
    for (const char digit : digits) {
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

std::optional<NumericDate> numeric_date(std::string_view text) {
    text = trim(text);
    const std::size_t at = text.find_first_of("/-");
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const char sign = text[at];
    const auto first = take_number(text, sign);
    const auto second = first ? take_number(text, sign) : std::nullopt;
    constexpr std::size_t year_digits = 4;
    if (!second || text.size() < year_digits ||
        !(is_digit_ascii(text[0]) && is_digit_ascii(text[1]) && is_digit_ascii(text[2]) && is_digit_ascii(text[3])) ||
        (text.size() > year_digits && is_digit_ascii(text[year_digits]))) {
        return std::nullopt;
    }
    return NumericDate{value_of(*first), value_of(*second),           *first,
                       *second,          text.substr(0, year_digits), text.substr(year_digits)};
}

std::string two_digits(std::string_view digits) { return (digits.size() < 2 ? "0" : "") + std::string(digits); }

}  // namespace

void DateOrder::note(std::string_view date) {
    constexpr unsigned months = 12;
    if (const auto parts = numeric_date(date)) {
        day_first_ = day_first_ || (parts->first > months && parts->second <= months);
        month_first_ = month_first_ || (parts->second > months && parts->first <= months);
    }
}

std::string DateOrder::unambiguous(std::string_view date) const {
    const auto parts = numeric_date(date);
    if (!parts || day_first_ == month_first_) {
        return std::string(date);
    }
    const std::string month = two_digits(day_first_ ? parts->second_digits : parts->first_digits);
    const std::string day = two_digits(day_first_ ? parts->first_digits : parts->second_digits);
    return std::string(parts->year) + "-" + month + "-" + day + std::string(parts->rest);
}

}  // namespace dateline
