#pragma once

#include <string_view>

namespace dateline {

/// Files of a folder or an archive that are left out without a word: hidden ones, and records that tests compare with.
inline bool is_hidden_name(std::string_view name) { return name.starts_with('.') || name.ends_with(".expected.json"); }

}  // namespace dateline
