#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/field_frequency.h"

/// Who and what an article names, and the times it speaks of.
namespace dateline {

/// Numbers live on disk.
enum class MentionKind : std::uint8_t {
    person,
    organization,
    location,
    other,  ///< nationalities, events, works, products
    date,   ///< the four types of TIMEX3 (TimeML 1.2.1)
    time,
    duration,
    set,
};
inline constexpr std::size_t mention_kinds = 8;

/// `PER`, `ORG`, `LOC`, `MISC`, `DATE`, `TIME`, `DURATION`, `SET`.
constexpr std::string_view name_of(MentionKind kind) {
    constexpr std::array<std::string_view, mention_kinds> names{"PER",  "ORG",  "LOC",      "MISC",
                                                                "DATE", "TIME", "DURATION", "SET"};
    return names.at(static_cast<std::size_t>(kind));
}

/// Whether it names a thing, and speaks of no time.
constexpr bool is_entity(MentionKind kind) { return kind <= MentionKind::other; }

/// The column its values are in: `person`, `org`, `place`, `misc` or `mentions`.
constexpr std::string_view field_of(MentionKind kind) {
    constexpr std::array<std::string_view, 5> fields{"person", "org", "place", "misc", "mentions"};
    return fields.at(is_entity(kind) ? static_cast<std::size_t>(kind) : fields.size() - 1);
}

/// A place in a text of an article that names a thing or speaks of a time.
struct Mention {
    MentionKind kind = MentionKind::other;
    TextField text = TextField::body;  ///< title, lead or body; of the body all, its first paragraph too
    std::string value;                 ///< normal form of the name, or what TIMEX3 writes: `2012-08-29`, `P3D`
    std::size_t begin_bytes = 0;       ///< in that text
    std::size_t end_bytes = 0;         ///< exclusive

    bool operator==(const Mention&) const = default;
};

}  // namespace dateline
