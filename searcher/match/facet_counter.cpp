#include "searcher/match/facet_counter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/error.h"
#include "common/text/utf8.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 4> date_facets{"year", "month", "week", "day"};

/// Throws UsageError where there is no such facet.
FacetLevel level_of(std::string_view name) {
    if (const auto unit = date_unit(name)) return {std::string(name), unit, nullptr};
    const Field* field = find_field(name);
    if (field != nullptr && field->facet && field->facet_name.empty())
        return {std::string(field->name), std::nullopt, field};
    for (const Field* column : keyword_columns()) {
        if (column->counted_as != nullptr && column->facet_name == name)
            return {std::string(name), std::nullopt, column};
    }
    throw UsageError(fmt::format("there is no facet '{}'; there are {}", name, fmt::join(facet_names(), ", ")));
}

std::vector<std::string> names_to_nest() {
    std::vector<std::string> names(date_facets.begin(), date_facets.end());
    for (const Field* field : keyword_columns()) {
        if (field->facet && field->one_valued) names.emplace_back(field->name);
    }
    return names;
}

/// The parts of `year>month`.
std::vector<FacetLevel> levels_of(std::string_view name) {
    std::vector<FacetLevel> levels;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('>', begin), name.size());
        FacetLevel level = level_of(trim(name.substr(begin, end - begin)));
        const bool again = std::any_of(levels.begin(), levels.end(),
                                       [&](const FacetLevel& earlier) { return earlier.name == level.name; });
        if (again) throw UsageError(fmt::format("'{}' stands twice in the facet '{}'", level.name, name));
        levels.push_back(std::move(level));
        begin = end + 1;
    }
    for (const FacetLevel& level : levels) {
        if (levels.size() > 1 && level.field != nullptr && !level.field->one_valued)
            throw UsageError(
                fmt::format("'{}' cannot be nested, for an article may have several and the counts would not add up; "
                            "these can: {}",
                            level.name, fmt::join(names_to_nest(), ", ")));
    }
    return levels;
}

std::string name_of(const std::vector<FacetLevel>& levels) { return NestedFacet(levels, {}).name(); }

/// Puts the values of a list and all below it in order, those without a value last, and cuts it at the limit.
FacetRest arrange(std::vector<FacetValue>& values, std::span<const FacetLevel> levels, const FacetRequest& request) {
    const FacetLevel& level = levels.front();
    const bool is_time = level.unit.has_value() || level.field->kind == FieldKind::mentioned;
    const bool by_count = request.order == FacetOrder::count || (request.order == FacetOrder::natural && !is_time);
    const auto is_before = [&](const FacetValue& a, const FacetValue& b) {
        if (a.value.empty() != b.value.empty()) return b.value.empty();
        if (by_count && a.count != b.count) return a.count > b.count;
        return a.value < b.value;
    };
    // Dates come in order already.
    if (!std::is_sorted(values.begin(), values.end(), is_before)) std::sort(values.begin(), values.end(), is_before);
    FacetRest rest;
    const std::size_t named = values.size() - (!values.empty() && values.back().value.empty() ? 1 : 0);
    if (request.limit && named > *request.limit) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(*request.limit);
        const auto end = values.begin() + static_cast<std::ptrdiff_t>(named);
        rest.values = named - *request.limit;
        std::for_each(begin, end, [&](const FacetValue& value) { rest.count += value.count; });
        values.erase(begin, end);
    }
    if (levels.size() > 1) {
        for (FacetValue& value : values) value.rest = arrange(value.below, levels.subspan(1), request);
    }
    return rest;
}

}  // namespace

std::vector<std::string> facet_names() {
    std::vector<std::string> names(date_facets.begin(), date_facets.end());
    for (const Field& field : fields()) {
        if (field.facet) names.emplace_back(field.facet_name.empty() ? field.name : field.facet_name);
    }
    return names;
}

FacetCounter::FacetCounter(FacetRequest request, TimeZone zone)
    : request_(std::move(request)), date_counts_(std::move(zone)) {
    for (const std::string& name : request_.names) add_facet(name);
    if (request_.timeline.empty()) return;
    if (!date_unit(request_.timeline))
        throw UsageError(
            fmt::format("there is no timeline by '{}'; there are {}", request_.timeline, fmt::join(date_facets, ", ")));
    counts_dates_ = true;
}

void FacetCounter::add_facet(const std::string& name) {
    std::vector<FacetLevel> levels = levels_of(name);
    std::string canonical = name_of(levels);
    if (std::find(names_.begin(), names_.end(), canonical) != names_.end()) return;
    names_.push_back(canonical);
    if (levels.size() > 1) {
        nested_.emplace_back(std::move(levels), date_counts_.zone());
    } else if (levels.front().unit) {
        counts_dates_ = true;
    } else if (levels.front().field->counted_as != nullptr) {
        grouped_.push_back({.name = std::move(canonical), .field = levels.front().field});
    } else {
        keywords_.push_back({.name = std::move(canonical), .field = levels.front().field});
    }
}

void FacetCounter::begin_segment(SegmentNames& names) {
    const IndexSegment& segment = names.segment();
    dates_ = segment.columns().dates();
    for (KeywordCount& keyword : keywords_) keyword.begin_segment(names);
    for (GroupCount& group : grouped_) group.begin_segment(segment);
    for (NestedFacet& facet : nested_) facet.begin_segment(segment);
}

void FacetCounter::KeywordCount::begin_segment(SegmentNames& all_names) {
    constexpr std::uint32_t no_row = 0xFFFFFFFF;
    names = &all_names.of(*field);
    by_number.assign(names->size(), 0);
    last_row.assign(names->may_repeat() ? names->size() : 0, no_row);
    without = 0;
}

void FacetCounter::KeywordCount::count(std::uint32_t row) {
    bool any = false;
    names->each(row, [&](std::uint32_t number) {
        any = true;
        if (last_row.empty() || std::exchange(last_row[number], row) != row) ++by_number[number];
    });
    if (!any) ++without;
}

void FacetCounter::KeywordCount::end_segment() {
    for (std::uint32_t number = 0; number < by_number.size(); ++number) {
        if (by_number[number] > 0) by_name[std::string(names->name(number))] += by_number[number];
    }
    if (without > 0) by_name[""] += without;
}

void FacetCounter::GroupCount::begin_segment(const IndexSegment& segment) {
    column = &segment.columns().keyword(*field);
    std::map<std::string, std::uint32_t> numbers;
    group_of.assign(column->value_count(), no_group);
    groups.clear();
    for (std::uint32_t ordinal = 0; ordinal < column->value_count(); ++ordinal) {
        std::string group = field->counted_as(column->value(ordinal));
        if (group.empty()) continue;
        const auto [known, is_new] = numbers.try_emplace(group, static_cast<std::uint32_t>(groups.size()));
        if (is_new) groups.push_back(std::move(group));
        group_of[ordinal] = known->second;
    }
    by_group.assign(groups.size(), 0);
    last_row.assign(groups.size(), no_group);
    without = 0;
}

void FacetCounter::GroupCount::count(std::uint32_t row) {
    bool any = false;
    for (const std::uint32_t ordinal : column->of(row)) {
        const std::uint32_t group = group_of[ordinal];
        if (group == no_group) continue;
        any = true;
        if (std::exchange(last_row[group], row) != row) ++by_group[group];
    }
    if (!any) ++without;
}

void FacetCounter::GroupCount::end_segment() {
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (by_group[group] > 0) by_value[groups[group]] += by_group[group];
    }
    if (without > 0) by_value[""] += without;
}

void FacetCounter::count(std::uint32_t row) {
    if (counts_dates_) date_counts_.add(dates_[row]);
    for (KeywordCount& keyword : keywords_) keyword.count(row);
    for (GroupCount& group : grouped_) group.count(row);
    for (NestedFacet& facet : nested_) facet.count(row);
}

void FacetCounter::end_segment() {
    for (KeywordCount& keyword : keywords_) keyword.end_segment();
    for (GroupCount& group : grouped_) group.end_segment();
    for (NestedFacet& facet : nested_) facet.end_segment();
}

Facet FacetCounter::facet(const std::string& name) const {
    Facet facet{.name = name, .values = {}};
    const std::vector<FacetLevel> levels = levels_of(name);
    const auto has_name = [&](const auto& keyword) { return keyword.name == name; };
    if (levels.size() > 1) {
        facet.values = std::find_if(nested_.begin(), nested_.end(), [&](const NestedFacet& nested) {
                           return nested.name() == name;
                       })->values();
    } else if (levels.front().unit) {
        facet.values = date_counts_.by(*levels.front().unit);
    } else if (const auto group = std::find_if(grouped_.begin(), grouped_.end(), has_name); group != grouped_.end()) {
        facet.one_valued = group->field->one_valued;
        for (const auto& [value, count] : group->by_value) facet.values.push_back({value, count});
    } else {
        const auto keyword = std::find_if(keywords_.begin(), keywords_.end(), has_name);
        facet.one_valued = keyword->field->one_valued;
        for (const auto& [value, count] : keyword->by_name) facet.values.push_back({value, count});
    }
    facet.rest = arrange(facet.values, levels, request_);
    return facet;
}

std::vector<Facet> FacetCounter::facets() const {
    std::vector<Facet> facets;
    for (const std::string& name : names_) facets.push_back(facet(name));
    return facets;
}

std::optional<Timeline> FacetCounter::timeline() const {
    if (request_.timeline.empty()) return std::nullopt;
    return date_counts_.timeline(*date_unit(request_.timeline));
}

}  // namespace dateline
