#include "indexer/readers/iptc_subjects.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline {

namespace {

/// By their number, from 1 on (IPTC Subject NewsCodes, level 1).
constexpr auto sections = std::to_array<std::string_view>(
    {"arts, culture and entertainment", "crime, law and justice", "disaster and accident",
     "economy, business and finance", "education", "environment", "health", "human interest", "labour",
     "lifestyle and leisure", "politics", "religion and belief", "science and technology", "society", "sport",
     "conflict, war and peace", "weather"});

constexpr std::size_t code_digits = 8;

}  // namespace

std::string_view iptc_section(std::string_view code) {
    const bool digits = std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
    if (code.size() != code_digits || !digits) {
        return {};
    }
    const auto number = static_cast<std::size_t>(code[0] - '0') * 10 + static_cast<std::size_t>(code[1] - '0');
    return number >= 1 && number <= sections.size() ? sections.at(number - 1) : std::string_view();
}

}  // namespace dateline
