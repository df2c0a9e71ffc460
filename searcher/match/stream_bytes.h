#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/index/token_stream.h"
#include "common/index/words.h"

/// Reading a token stream where it is of interest only: from the bytes of a word outwards, in both directions.
namespace dateline {

inline constexpr std::uint32_t no_number = 0xFFFFFFFFU;

/// Whether a number ends with this byte.
constexpr bool ends_number(std::uint8_t byte) { return byte < 0x80; }

/// The number that begins at `at`, which moves behind it; no_number at the end.
inline std::uint32_t number_after(const std::uint8_t*& at, const std::uint8_t* end) {
    if (at == end) return no_number;
    std::uint32_t value = *at++;
    if (value < 0x80) return value;
    value &= 0x7FU;
    for (unsigned shift = 7; at != end && shift < 35; shift += 7) {
        const std::uint32_t byte = *at++;
        value |= (byte & 0x7FU) << shift;
        if (byte < 0x80) break;
    }
    return value;
}

/// The number that ends before `at`, which moves to its beginning; no_number at the beginning of the stream.
inline std::uint32_t number_before(const std::uint8_t*& at, const std::uint8_t* begin) {
    if (at == begin) return no_number;
    const std::uint8_t* from = at - 1;
    while (from != begin && !ends_number(from[-1])) --from;
    const std::uint8_t* read = from;
    const std::uint32_t value = number_after(read, at);
    at = from;
    return value;
}

/// Word numbers as bytes of the stream: those of a range that differ in the first byte only.
struct BytePattern {
    std::size_t length = 0;  ///< in bytes, 1 to 3
    std::uint8_t first_low = 0;
    std::uint8_t first_high = 0;
    std::uint8_t second = 0;
    std::uint8_t third = 0;

    /// Nothing where the numbers differ in more than the first byte, or have more than three.
    static std::optional<BytePattern> of(IdRange range) {
        const std::uint32_t low = range.begin;
        const std::uint32_t high = range.end - 1;
        if (range.empty() || low >> 7U != high >> 7U || high >= 1U << 21U) return std::nullopt;
        BytePattern pattern;
        pattern.length = low < 0x80 ? 1 : low < 0x4000 ? 2 : 3;
        const unsigned more = pattern.length > 1 ? 0x80U : 0U;
        pattern.first_low = static_cast<std::uint8_t>((low & 0x7FU) | more);
        pattern.first_high = static_cast<std::uint8_t>((high & 0x7FU) | more);
        pattern.second = static_cast<std::uint8_t>((low >> 7U & 0x7FU) | (pattern.length > 2 ? 0x80U : 0U));
        pattern.third = static_cast<std::uint8_t>(low >> 14U);
        return pattern;
    }

    bool stands_at(const std::uint8_t* at) const {
        return *at >= first_low && *at <= first_high && (length < 2 || at[1] == second) &&
               (length < 3 || at[2] == third);
    }
};

/// Calls `visit(at)` with the beginning of each number of the pattern, in order, until it returns false; sixteen places
/// are looked at in one step. False where `visit` ended it.
template <typename Visit>
bool for_each_place(const BytePattern& pattern, std::string_view stream, Visit visit) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(stream.data());
    const auto* end = begin + stream.size();
    const auto begins_number = [&](const std::uint8_t* at) { return at == begin || ends_number(at[-1]); };
    const std::uint8_t* at = begin;
#ifdef __SSE2__
    const __m128i low = _mm_set1_epi8(static_cast<char>(pattern.first_low));
    const __m128i high = _mm_set1_epi8(static_cast<char>(pattern.first_high));
    const __m128i second = _mm_set1_epi8(static_cast<char>(pattern.second));
    const __m128i third = _mm_set1_epi8(static_cast<char>(pattern.third));
    const auto load = [](const std::uint8_t* from) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from)); };
    for (; end - at >= 18; at += 16) {
        const __m128i bytes = load(at);
        // Unsigned low <= byte <= high: clamping changes nothing.
        __m128i equal = _mm_cmpeq_epi8(_mm_min_epu8(_mm_max_epu8(bytes, low), high), bytes);
        if (pattern.length > 1) equal = _mm_and_si128(equal, _mm_cmpeq_epi8(load(at + 1), second));
        if (pattern.length > 2) equal = _mm_and_si128(equal, _mm_cmpeq_epi8(load(at + 2), third));
        for (auto found = static_cast<unsigned>(_mm_movemask_epi8(equal)); found != 0; found &= found - 1) {
            const std::uint8_t* place = at + __builtin_ctz(found);
            if (begins_number(place) && !visit(place)) return false;
        }
    }
#endif
    for (; end - at >= static_cast<std::ptrdiff_t>(pattern.length); ++at) {
        if (pattern.stands_at(at) && begins_number(at) && !visit(at)) return false;
    }
    return true;
}

}  // namespace dateline
