#pragma once

#include <string_view>

namespace dateline {

/// Whether a text names a part of an outlet that signs what it wrote together: "Newsroom", "Money Desk", "Redacción".
bool is_desk(std::string_view text);

}  // namespace dateline
