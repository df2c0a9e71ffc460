#pragma once

#include <optional>
#include <string_view>

#include "common/date.h"

namespace dateline {

/// The day in the path of an address: `/2012/08/29/`, `/2012-08-29-`, `/29-08-2012`, `/20120829/`.
std::optional<Date> date_in_url(std::string_view url);

}  // namespace dateline
