#pragma once

#include <xxhash.h>

#include <cstdint>
#include <string_view>

/// Words and features are 64-bit numbers; no strings are built for them. Model files hold what these functions give.
namespace dateline::entities {

inline std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

/// A number for the pair of two; order counts.
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    std::uint64_t mixed = (a * 0x9E3779B97F4A7C15U) ^ (b + 0x7F4A7C15F39CC060U + (a >> 29U));
    mixed *= 0xFF51AFD7ED558CCDU;
    mixed ^= mixed >> 32U;
    mixed *= 0xC4CEB9FE1A85EC53U;
    return mixed ^ (mixed >> 29U);
}

}  // namespace dateline::entities
