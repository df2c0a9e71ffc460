#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace dateline {

/// Which of the names is a writing error away from `written`: at most two letters inserted, left out or exchanged, one
/// in names of three letters or fewer; ASCII case does not count. The first of the nearest, nothing where none is near.
std::optional<std::size_t> nearest_name(std::string_view written, std::span<const std::string_view> names);

}  // namespace dateline
