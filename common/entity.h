#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Who and what a text names.
namespace dateline {

enum class EntityType : std::uint8_t {
    person,
    organization,
    location,
    other,  ///< nationalities, events, works, products
};
inline constexpr std::size_t entity_types = 4;

/// As the tagged texts of the CoNLL tasks write them: `PER`, `ORG`, `LOC`, `MISC`.
constexpr std::string_view name_of(EntityType type) {
    constexpr std::array<std::string_view, entity_types> names{"PER", "ORG", "LOC", "MISC"};
    return names[static_cast<std::size_t>(type)];
}

/// One mention of an entity in a text.
struct Entity {
    EntityType type = EntityType::other;
    std::string text;  ///< as written
    std::string name;  ///< its normal form: the same for all mentions of one thing in an article
    std::size_t begin_bytes = 0;
    std::size_t end_bytes = 0;  ///< exclusive

    bool operator==(const Entity&) const = default;
};

}  // namespace dateline
