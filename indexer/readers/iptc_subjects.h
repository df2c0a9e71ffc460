#pragma once

#include <string_view>

namespace dateline {

/// The section that a code of IPTC's stands for: the name of the top term of a Subject NewsCode (`15054000`, sport) or
/// of a top Media Topic (`15000000`), both of which begin with its two digits; "" for other codes.
std::string_view iptc_section(std::string_view code);

}  // namespace dateline
