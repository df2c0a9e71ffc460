#include "searcher/match/nested_facet.h"

#include <fmt/format.h>

#include <functional>

namespace dateline {
namespace {

constexpr std::int64_t no_value = -1;

}  // namespace

NestedFacet::NestedFacet(std::vector<FacetLevel> levels, TimeZone zone)
    : levels_(std::move(levels)), zone_(std::move(zone)), columns_(levels_.size()), key_(levels_.size()) {}

std::string NestedFacet::name() const {
    std::string name;
    for (const FacetLevel& level : levels_) name.append(name.empty() ? "" : ">").append(level.name);
    return name;
}

void NestedFacet::begin_segment(const IndexSegment& segment) {
    dates_ = segment.columns().dates();
    for (std::size_t i = 0; i < levels_.size(); ++i) {
        if (levels_[i].field != nullptr) columns_[i] = &segment.columns().keyword(*levels_[i].field);
    }
}

void NestedFacet::count(std::uint32_t row) {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
        if (levels_[i].unit) {
            key_[i] = CountedDate::of(dates_[row], zone_).number();
        } else {
            const auto ordinals = columns_[i]->of(row);
            key_[i] = ordinals.empty() ? no_value : std::int64_t{ordinals.front()};
        }
    }
    ++by_key_[key_];
}

void NestedFacet::end_segment() {
    for (const auto& [key, count] : by_key_) {
        Tree* tree = &tree_;
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            tree = &tree->below[value_of(i, key[i])];
            tree->count += count;
        }
    }
    by_key_.clear();
}

std::string NestedFacet::value_of(std::size_t level, std::int64_t number) const {
    if (levels_[level].unit) return CountedDate::from_number(number).name(*levels_[level].unit);
    return number == no_value ? "" : std::string(columns_[level]->value(static_cast<std::uint32_t>(number)));
}

std::vector<FacetValue> NestedFacet::values_of(const Tree& tree) {
    std::vector<FacetValue> values;
    for (const auto& [value, below] : tree.below) values.push_back({value, below.count, values_of(below)});
    return values;
}

std::vector<FacetValue> NestedFacet::values() const { return values_of(tree_); }

/// The mixing step of boost::hash_combine, for 64 bits.
std::size_t NestedFacet::KeyHash::operator()(const Key& key) const {
    std::size_t hash = 0;
    for (const std::int64_t number : key)
        hash ^= std::hash<std::int64_t>()(number) + 0x9e3779b97f4a7c15U + (hash << 6U) + (hash >> 2U);
    return hash;
}

}  // namespace dateline
