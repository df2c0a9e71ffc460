#include "searcher/naming/value_names.h"

#include <algorithm>
#include <numeric>

namespace dateline {

std::optional<std::uint32_t> find_value(const KeywordColumn& column, std::string_view value) {
    std::uint32_t begin = 0;
    auto end = static_cast<std::uint32_t>(column.value_count());
    while (begin < end) {
        const std::uint32_t middle = begin + (end - begin) / 2;
        if (column.value(middle) < value) begin = middle + 1;
        else end = middle;
    }
    const bool found = begin < column.value_count() && column.value(begin) == value;
    return found ? std::optional(begin) : std::nullopt;
}

ValueNames::ValueNames(const Field& field, const IndexSegment& segment, const Aliases* aliases)
    : own_(&segment.columns().keyword(field)) {
    sources_.push_back({&field, own_});
    if (aliases == nullptr) return;
    apply(*aliases, field, segment);
    apply_splits(*aliases, field, segment);
}

ValueNames::ValueNames(const Field& field, const std::vector<const ValueNames*>& parts) : may_repeat_(true) {
    for (const ValueNames* part : parts) {
        const std::string_view part_name = part->sources_.front().field->name;
        std::vector<std::uint32_t> told(part->size(), none);
        for (std::uint32_t number = 0; number < part->size(); ++number) {
            const auto name = field.told_by(part_name, part->name(number));
            if (name) told[number] = add(*name);
        }
        for (const Source& source : part->sources_) {
            Source made{source.field, source.column};
            for (std::uint32_t ordinal = 0; ordinal < source.column->value_count(); ++ordinal) {
                const std::uint32_t number = source.numbers.empty() ? ordinal : source.numbers[ordinal];
                made.numbers.push_back(number == none ? none : told[number]);
            }
            sources_.push_back(std::move(made));
        }
    }
}

std::uint32_t ValueNames::add(std::string_view name) {
    if (const auto known = find(name)) return *known;
    const std::uint32_t number = size();
    added_.emplace_back(name);
    added_numbers_.emplace(name, number);
    return number;
}

std::optional<std::uint32_t> ValueNames::find(std::string_view name) const {
    if (own_ != nullptr) {
        if (const auto value = find_value(*own_, name)) return value;
    }
    const auto added = added_numbers_.find(std::string(name));
    return added == added_numbers_.end() ? std::nullopt : std::optional(added->second);
}

/// The numbers of a source, as a list that can be changed.
std::vector<std::uint32_t>& ValueNames::numbers_of(const Field& field, const IndexSegment& segment) {
    const auto known =
        std::find_if(sources_.begin(), sources_.end(), [&](const Source& source) { return source.field == &field; });
    Source& source =
        known != sources_.end() ? *known : sources_.emplace_back(Source{&field, &segment.columns().keyword(field)});
    if (source.numbers.empty()) {
        source.numbers.assign(source.column->value_count(), none);
        if (source.column == own_) std::iota(source.numbers.begin(), source.numbers.end(), 0U);
    }
    return source.numbers;
}

void ValueNames::apply(const Aliases& aliases, const Field& field, const IndexSegment& segment) {
    for (const auto& [from, to] : aliases.called()) {
        const bool leaves = from.field == &field;
        const bool comes = to && to->field == &field;
        if (!leaves && !comes) continue;
        const auto value = find_value(segment.columns().keyword(*from.field), from.name);
        const std::uint32_t number = comes && (value || find(to->name)) ? add(to->name) : none;
        if (value) numbers_of(*from.field, segment)[*value] = number;
        if (number != none) also_.push_back({from.name, number, leaves});
        may_repeat_ = may_repeat_ || comes;
    }
}

void ValueNames::apply_splits(const Aliases& aliases, const Field& field, const IndexSegment& segment) {
    for (const Aliases::Split& split : aliases.splits()) {
        if (split.name.field != &field) continue;
        const auto from = find(split.name.name);
        const KeywordColumn& with = segment.columns().keyword(*split.with.field);
        const auto companion = find_value(with, split.with.name);
        if (from && companion) splits_.push_back({*from, &with, *companion, add(split.as)});
        may_repeat_ = true;
    }
}

std::uint32_t ValueNames::split(std::uint32_t number, std::uint32_t row) const {
    for (const Split& split : splits_) {
        if (split.from != number) continue;
        const auto companions = split.with_column->of(row);
        if (std::find(companions.begin(), companions.end(), split.with_ordinal) != companions.end()) return split.to;
    }
    return number;
}

std::uint32_t ValueNames::number(const Field& column, std::uint32_t ordinal, std::uint32_t row) const {
    for (const Source& source : sources_) {
        if (source.field != &column) continue;
        const std::uint32_t number = number_in(source, ordinal, row);
        if (number != none) return number;
    }
    return none;
}

const ValueNames& SegmentNames::of(const Field& field) {
    std::unique_ptr<const ValueNames>& names = made_[&field];
    if (names) return *names;
    if (field.told_by == nullptr) {
        names = std::make_unique<ValueNames>(field, segment_, aliases_);
    } else {
        std::vector<const ValueNames*> parts;
        for (const std::string_view part : field.parts) parts.push_back(&of(*find_field(part)));
        names = std::make_unique<ValueNames>(field, parts);
    }
    return *made_[&field];
}

std::vector<const ValueNames*> SegmentNames::all_of(const Field& field) {
    if (field.parts.empty() || field.told_by != nullptr) return {&of(field)};
    std::vector<const ValueNames*> all;
    for (const std::string_view part : field.parts) all.push_back(&of(*find_field(part)));
    return all;
}

}  // namespace dateline
