#pragma once

#include <cstddef>
#include <string>

namespace dateline {

/// The parser compares each attribute of an element with each other: a tag of 100,000 takes it minutes.
inline constexpr std::size_t most_attributes = 250;
/// An element with its attributes takes two thousand bytes of memory, so that a page of a few megabytes could take
/// gigabytes.
inline constexpr std::size_t most_elements = 100'000;

/// The page without the attributes that one tag has over `most_attributes` and without the tags over `most_elements`:
/// they become blanks, and the text stays.
std::string limit_markup(std::string html);

}  // namespace dateline
