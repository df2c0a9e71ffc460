#include "indexer/html/local_date.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"

namespace dateline {

namespace {

/// Takes up to `most` digits at `at`; 0 where there is none or one more.
int take_number(std::string_view text, std::size_t& at, std::size_t most) {
    const std::size_t begin = at;
    int number = 0;
    while (at < text.size() && is_digit_ascii(text[at])) {
        number = at - begin < most ? number * 10 + (text[at] - '0') : 0;
        ++at;
    }
    return at - begin <= most ? number : 0;
}

/// `03/04/2025` or `3-4-2025` at `at`, day first.
std::optional<FoundDate> day_first_at(std::string_view line, std::size_t at) {
    constexpr std::size_t year_digits = 4;
    const std::size_t begin = at;
    const int day = take_number(line, at, 2);
    const char sign = at < line.size() ? line[at] : '\0';
    if (day == 0 || (sign != '/' && sign != '-')) {
        return std::nullopt;
    }
    const int month = take_number(line, ++at, 2);
    if (month == 0 || at >= line.size() || line[at] != sign) {
        return std::nullopt;
    }
    const std::size_t year_at = ++at;
    const int year = take_number(line, at, year_digits);
    const bool goes_on = at + 1 < line.size() && (line[at] == '/' || line[at] == '-') && is_digit_ascii(line[at + 1]);
    const auto civil = at - year_at == year_digits && !goes_on
                           ? make_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day))
                           : std::nullopt;
    return civil ? std::optional(FoundDate{date_of_day(*civil), begin, at}) : std::nullopt;
}

bool goes_on_before(std::string_view line, std::size_t at) {
    return at > 0 &&
           (is_digit_ascii(line[at - 1]) || line[at - 1] == '/' || line[at - 1] == '-' || line[at - 1] == '.');
}

}  // namespace

bool puts_day_first(std::string_view language) {
    constexpr auto tell_nothing =
        std::to_array<std::string_view>({"en", "zh", "ja", "ko", "hu", "mn", "fil", "tl", ""});
    constexpr auto english = std::to_array<std::string_view>({"gb", "ie", "au", "nz", "in", "za"});
    const std::string tag = lower_ascii(language);
    const std::size_t end = std::min(tag.find_first_of("-_"), tag.size());
    const std::string_view code = std::string_view(tag).substr(0, end);
    const std::string_view region = std::string_view(tag).substr(std::min(end + 1, tag.size()));
    return std::ranges::find(tell_nothing, code) == tell_nothing.end() ||
           (code == "en" && std::ranges::find(english, region) != english.end());
}

std::optional<FoundDate> find_local_date(std::string_view line, bool day_first) {
    auto found = find_written_date(line);
    for (std::size_t at = 0; day_first && !found && at < line.size(); ++at) {
        if (is_digit_ascii(line[at]) && !goes_on_before(line, at)) {
            found = day_first_at(line, at);
        }
    }
    return found;
}

}  // namespace dateline
