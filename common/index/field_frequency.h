#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

/// The text fields of an article, in the order they stand in the token stream, and how often a word occurs in each.
namespace dateline {

enum class TextField : std::uint8_t { title, lead, body, caption };

inline constexpr std::size_t text_field_count = 4;
inline constexpr std::array<TextField, text_field_count> text_fields{TextField::title, TextField::lead, TextField::body,
                                                                     TextField::caption};

/// A set of text fields: bit i is the i-th field.
using FieldMask = std::uint8_t;
inline constexpr FieldMask all_text_fields = (1U << text_field_count) - 1;
constexpr FieldMask mask_of(TextField field) { return static_cast<FieldMask>(1U << static_cast<unsigned>(field)); }

/// Counts per field, packed into the one number (wdf) that a Xapian posting carries, so that one list answers for all
/// fields and most postings stay one byte. On disk: never change without a new index format.
///   bits 0-3 body (low), 4-5 lead (low), 6-7 title, 8-9 caption, 10-14 body (high), 15-20 lead (high)
/// Counts over 3 (title, caption), 255 (lead, which is the whole text where that is one paragraph) or 511 (body) are
/// stored as these.
struct FieldFrequency {
    std::array<std::uint32_t, text_field_count> count{};

    static constexpr std::uint32_t most_short = 3;
    static constexpr std::uint32_t most_lead = 255;
    static constexpr std::uint32_t most_body = 511;

    constexpr bool any() const { return (count[0] | count[1] | count[2] | count[3]) != 0; }

    constexpr std::uint32_t pack() const {
        const std::uint32_t body = std::min(count[2], most_body);
        const std::uint32_t lead = std::min(count[1], most_lead);
        return (body & 15U) | ((lead & 3U) << 4U) | (std::min(count[0], most_short) << 6U) |
               (std::min(count[3], most_short) << 8U) | ((body >> 4U) << 10U) | ((lead >> 2U) << 15U);
    }

    static constexpr FieldFrequency unpack(std::uint32_t packed) {
        FieldFrequency frequency;
        frequency.count[0] = (packed >> 6U) & 3U;
        frequency.count[1] = ((packed >> 4U) & 3U) | ((packed >> 13U) & 0xFCU);
        frequency.count[2] = (packed & 15U) | ((packed >> 6U) & 0x1F0U);
        frequency.count[3] = (packed >> 8U) & 3U;
        return frequency;
    }

    /// The fields with a count.
    constexpr FieldMask fields() const {
        FieldMask mask = 0;
        for (const TextField field : text_fields) {
            if (count[static_cast<std::size_t>(field)] > 0) mask = static_cast<FieldMask>(mask | mask_of(field));
        }
        return mask;
    }

    constexpr FieldFrequency& operator+=(const FieldFrequency& other) {
        for (std::size_t i = 0; i < text_field_count; ++i) count[i] += other.count[i];
        return *this;
    }

    constexpr bool operator==(const FieldFrequency&) const = default;
};

}  // namespace dateline
