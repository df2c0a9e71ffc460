#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "common/entity.h"

/// The labels a word may get: first, inner and last word of a name of several, or a name of one word (BIES), for each
/// type, or no name at all. Numbers live in model files.
namespace dateline::entities {

using Label = std::uint8_t;

enum class Place : std::uint8_t { begin, inner, end, single };
inline constexpr std::size_t places = 4;

inline constexpr Label outside = 16;
inline constexpr std::size_t label_count = 17;

constexpr Label label_of(EntityType type, Place place) {
    return static_cast<Label>(static_cast<unsigned>(type) * places + static_cast<unsigned>(place));
}
constexpr EntityType type_of(Label label) { return static_cast<EntityType>(label / places); }
constexpr Place place_of(Label label) { return static_cast<Place>(label % places); }

constexpr bool opens(Label label) {
    return label == outside || place_of(label) == Place::begin || place_of(label) == Place::single;
}
constexpr bool closes(Label label) {
    return label == outside || place_of(label) == Place::end || place_of(label) == Place::single;
}

/// Whether a word labelled `after` may follow one labelled `before`. The ends of a sentence count as `outside`.
constexpr bool may_follow(Label before, Label after) {
    if (closes(before)) return opens(after);
    return !opens(after) && type_of(before) == type_of(after);
}

}  // namespace dateline::entities
