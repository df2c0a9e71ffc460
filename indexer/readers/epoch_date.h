#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// Seconds or milliseconds since 1970, as programs write dates, as an ISO 8601 moment; "" for other numbers, such as
/// 20120829.
std::string epoch_date(std::int64_t number);
/// The same for digits as text, a fraction allowed.
std::string epoch_date(std::string_view digits);

}  // namespace dateline
