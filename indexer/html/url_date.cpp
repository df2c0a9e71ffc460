#include "indexer/html/url_date.h"

#include <algorithm>

#include "common/dates/month_names.h"
#include "common/text/ascii.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

/// Number of exactly `digits` digits at `at`, with none behind them; -1 otherwise.
int digits_at(std::string_view text, std::size_t at, std::size_t digits) {
    if (at + digits > text.size() || (at + digits < text.size() && is_digit_ascii(text[at + digits]))) {
        return -1;
    }
    int number = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (!is_digit_ascii(text[i])) {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

std::optional<Date> day_of(int year, int month, int day) {
    constexpr int first_web_year = 1990;
    if (year < first_web_year || month < 1 || day < 1) {
        return std::nullopt;
    }
    const auto civil = make_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return civil ? std::optional(date_of_day(*civil)) : std::nullopt;
}

}  // namespace

std::optional<Date> date_in_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    std::size_t at = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    for (; at != std::string_view::npos && at + 1 < url.size(); ++at) {
        if (is_digit_ascii(url[at]) || !is_digit_ascii(url[at + 1])) {
            continue;
        }
        const std::size_t begin = at + 1;
        if (const int year = digits_at(url, begin, 4); year > 0 && begin + 5 < url.size()) {
            const char sign = url[begin + 4];
            const std::size_t month_at = begin + 5;
            const std::size_t month_digits = digits_at(url, month_at, 2) >= 0 ? 2 : 1;
            const std::size_t day_at = month_at + month_digits + 1;
            if ((sign == '/' || sign == '-' || sign == '_') && day_at < url.size() && url[day_at - 1] == sign) {
                const int day = std::max(digits_at(url, day_at, 2), digits_at(url, day_at, 1));
                if (auto date = day_of(year, digits_at(url, month_at, month_digits), day)) {
                    return date;
                }
            }
        }
        if (const int day = digits_at(url, begin, 2);
            day > 0 && begin + 10 <= url.size() && url[begin + 2] == '-' && url[begin + 5] == '-') {
            if (auto date = day_of(digits_at(url, begin + 6, 4), digits_at(url, begin + 3, 2), day)) {
                return date;
            }
        }
        if (const int year = digits_at(url, begin, 4); year > 0 && begin + 5 < url.size() && url[begin + 4] == '/') {
            const std::size_t end = url.find('/', begin + 5);  // "/2012/aug/29/"
            const auto month = end == std::string_view::npos
                                   ? std::nullopt
                                   : month_named(lower_case(url.substr(begin + 5, end - begin - 5)));
            if (month && end + 1 < url.size()) {
                const int day = std::max(digits_at(url, end + 1, 2), digits_at(url, end + 1, 1));
                if (auto date = day_of(year, static_cast<int>(*month), day)) {
                    return date;
                }
            }
        }
        if (const int number = digits_at(url, begin, 8); number > 0) {
            if (auto date = day_of(number / 10000, number / 100 % 100, number % 100)) {
                return date;
            }
        }
    }
    return std::nullopt;
}

}  // namespace dateline
