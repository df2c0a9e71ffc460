#include "indexer/readers/epoch_date.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "common/date.h"
#include "common/text/utf8.h"

namespace dateline {

std::string epoch_date(std::int64_t number) {
    constexpr std::int64_t first_plausible = 100'000'000;  // 1973, nine digits
    constexpr std::int64_t last_plausible = 9'999'999'999;
    if (number >= first_plausible * 1000) {
        number /= 1000;
    }
    return number >= first_plausible && number <= last_plausible ? to_iso({number, 0, Precision::second}) : "";
}

std::string epoch_date(std::string_view digits) {
    digits = trim(digits);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    std::string_view rest = digits.substr(static_cast<std::size_t>(end - digits.data()));
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        rest.remove_prefix(std::min(rest.find_first_not_of("0123456789"), rest.size()));
    }
    return error == std::errc() && rest.empty() ? epoch_date(number) : "";
}

}  // namespace dateline
