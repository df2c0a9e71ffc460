#include "common/dates/present.h"

#include <chrono>
#include <utility>

namespace dateline {

Present present_by_clock(TimeZone zone) {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::seconds>(since_1970).count(), std::move(zone)};
}

}  // namespace dateline
