#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

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

inline bool is_field_break(const std::uint8_t* begin, const std::uint8_t* at) {
    return *at == stream::field_break && (at == begin || ends_number(at[-1]));
}

/// The first field break from `from` on; `end` where there is none.
inline const std::uint8_t* field_break_from(const std::uint8_t* begin, const std::uint8_t* from,
                                            const std::uint8_t* end) {
    while (from != end && !is_field_break(begin, from)) ++from;
    return from;
}

/// The field that the number at `at` stands in; a field break stands at the end of its field. Titles and captions are
/// short, so their breaks are looked for from the ends of the stream inwards; where an article is all lead its body is
/// empty, and two breaks stand together.
inline TextField field_at(std::string_view stream, const std::uint8_t* at) {
    const auto* begin = reinterpret_cast<const std::uint8_t*>(stream.data());
    const std::uint8_t* title_end = field_break_from(begin, begin, at);
    if (title_end == at) return TextField::title;
    const std::uint8_t* body_end = begin + stream.size() - 1;
    while (body_end >= at && !is_field_break(begin, body_end)) --body_end;
    if (body_end < at) return TextField::caption;
    if (body_end > at && is_field_break(begin, body_end - 1)) return TextField::lead;
    return field_break_from(begin, title_end + 1, at) == at ? TextField::lead : TextField::body;
}

/// Word numbers as bytes of the stream: those of a range that differ in the first byte only.
struct BytePattern {
    std::size_t length = 0;  ///< in bytes, 1 to 3
    std::uint8_t first_low = 0;
    std::uint8_t first_high = 0;
    std::uint8_t second = 0;
    std::uint8_t third = 0;

    /// A byte that has to stand beside the number: one from `low` to `high`, or the break between sentences. It spares
    /// a look at most places; where it stands the words around are still to be read.
    struct Beside {
        int offset = 0;  ///< from the beginning of the number; 0 where any byte will do
        std::uint8_t low = 0;
        std::uint8_t high = 0;
    };
    Beside beside{};

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

    /// The lowest and the highest that the number's last byte may be.
    std::pair<std::uint8_t, std::uint8_t> last_byte() const {
        if (length == 1) return {first_low, first_high};
        return length == 2 ? std::pair{second, second} : std::pair{third, third};
    }

    bool stands_at(const std::uint8_t* at) const {
        return *at >= first_low && *at <= first_high && (length < 2 || at[1] == second) &&
               (length < 3 || at[2] == third);
    }
};

/// Calls `visit(at)` with the beginning of each number of the pattern, in order, until it returns false; sixteen places
/// are looked at in one step. Where the pattern has a byte beside it, places without it may be left out. False where
/// `visit` ended it.
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
    const auto within = [](__m128i bytes, __m128i low_bytes, __m128i high_bytes) {
        // Unsigned low <= byte <= high: clamping changes nothing.
        return _mm_cmpeq_epi8(_mm_min_epu8(_mm_max_epu8(bytes, low_bytes), high_bytes), bytes);
    };
    const int beside = pattern.beside.offset;
    const __m128i beside_low = _mm_set1_epi8(static_cast<char>(pattern.beside.low));
    const __m128i beside_high = _mm_set1_epi8(static_cast<char>(pattern.beside.high));
    const __m128i sentence_break = _mm_set1_epi8(static_cast<char>(stream::sentence_break));
    const auto visit_block = [&](const std::uint8_t* block, unsigned wanted) {
        const __m128i bytes = load(block);
        __m128i equal = within(bytes, low, high);
        if (pattern.length > 1) equal = _mm_and_si128(equal, _mm_cmpeq_epi8(load(block + 1), second));
        if (pattern.length > 2) equal = _mm_and_si128(equal, _mm_cmpeq_epi8(load(block + 2), third));
        if (beside != 0) {
            const __m128i other = load(block + beside);
            equal = _mm_and_si128(
                equal, _mm_or_si128(within(other, beside_low, beside_high), _mm_cmpeq_epi8(other, sentence_break)));
        }
        for (auto found = static_cast<unsigned>(_mm_movemask_epi8(equal)) & wanted; found != 0; found &= found - 1) {
            const std::uint8_t* place = block + __builtin_ctz(found);
            if (begins_number(place) && !visit(place)) return false;
        }
        return true;
    };
    // A block reads sixteen bytes, and up to three behind them.
    constexpr std::ptrdiff_t places = 16;
    constexpr std::ptrdiff_t read = places + 3;
    if (beside < 0 && at != end) ++at;  // nothing stands before the first
    const std::uint8_t* first = at;
    for (; end - at >= read; at += places) {
        if (!visit_block(at, 0xFFFF)) return false;
    }
    if (at != first) {
        // The last block overlaps the one before.
        const std::uint8_t* last = end - read;
        if (!visit_block(last, 0xFFFFU << static_cast<unsigned>(at - last) & 0xFFFFU)) return false;
        at = std::max(at, last + places);
    }
#endif
    for (; end - at >= static_cast<std::ptrdiff_t>(pattern.length); ++at) {
        if (pattern.stands_at(at) && begins_number(at) && !visit(at)) return false;
    }
    return true;
}

}  // namespace dateline
