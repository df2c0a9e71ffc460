#include "searcher/match/facet_counter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "common/error.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 3> date_facets{"year", "month", "day"};
constexpr std::int64_t seconds_per_day = 86400;
constexpr std::size_t first_days = 4096;

bool is_date_facet(std::string_view name) {
    return std::find(date_facets.begin(), date_facets.end(), name) != date_facets.end();
}

std::int64_t day_of(std::int64_t seconds) {
    return seconds >= 0 ? seconds / seconds_per_day : (seconds + 1) / seconds_per_day - 1;
}

/// A day as the facet shows it: `2012`, `2012-08` or `2012-08-29`.
std::string label(CivilDay day, std::string_view facet) {
    if (facet == "year") return fmt::format("{:04}", day.year);
    if (facet == "month") return fmt::format("{:04}-{:02}", day.year, day.month);
    return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

}  // namespace

std::vector<std::string> facet_names() {
    std::vector<std::string> names(date_facets.begin(), date_facets.end());
    for (const Field* field : keyword_columns()) {
        if (field->facet) names.emplace_back(field->name);
    }
    return names;
}

void DateCounts::add(PackedDate date) {
    if (date.is_undated()) {
        ++undated_;
    } else if (date.precision() < Precision::day) {
        ++coarse_[to_iso({date.seconds(), 0, date.precision()})];
    } else {
        add_day(day_of(date.precision() == Precision::day ? date.seconds() : zone_.local(date.seconds())));
    }
}

void DateCounts::add_day(std::int64_t day) {
    if (by_day_.empty()) {
        first_day_ = day - static_cast<std::int64_t>(first_days / 2);
        by_day_.resize(first_days);
    }
    if (day < first_day_) {
        by_day_.insert(by_day_.begin(), static_cast<std::size_t>(first_day_ - day) + first_days, 0);
        first_day_ = day - static_cast<std::int64_t>(first_days);
    }
    const auto at = static_cast<std::size_t>(day - first_day_);
    if (at >= by_day_.size()) by_day_.resize(at + first_days);
    ++by_day_[at];
}

Facet DateCounts::facet(const std::string& name) const {
    std::map<std::string, std::uint64_t> counts;
    std::string last_label;
    std::uint64_t* last = nullptr;
    for (std::size_t i = 0; i < by_day_.size(); ++i) {
        if (by_day_[i] == 0) continue;
        std::string day =
            label(civil_from_days(static_cast<std::int32_t>(first_day_ + static_cast<std::int64_t>(i))), name);
        if (last == nullptr || day != last_label) {
            last = &counts[day];
            last_label = std::move(day);
        }
        *last += by_day_[i];
    }
    // What is known only to its year stands under the year in a facet of months, and so on.
    const std::size_t longest = name == "year" ? 4 : name == "month" ? 7 : 10;
    for (const auto& [date, count] : coarse_) counts[date.substr(0, longest)] += count;

    Facet facet{.name = name, .values = {}};
    for (const auto& [value, count] : counts) facet.values.push_back({value, count});
    if (undated_ > 0) facet.values.push_back({"", undated_});
    return facet;
}

FacetCounter::FacetCounter(const std::vector<std::string>& names, TimeZone zone) : date_counts_(std::move(zone)) {
    for (const std::string& name : names) {
        if (std::find(names_.begin(), names_.end(), name) != names_.end()) continue;
        names_.push_back(name);
        if (is_date_facet(name)) {
            date_names_.push_back(name);
            continue;
        }
        const Field* field = find_field(name);
        if (field == nullptr || !field->facet) {
            throw UsageError(fmt::format("there is no facet '{}'; there are {}", name, fmt::join(facet_names(), ", ")));
        }
        keywords_.push_back({std::string(field->name), field, nullptr, {}, {}});
        names_.back() = field->name;
    }
}

void FacetCounter::begin_segment(const IndexSegment& segment) {
    segment_ = &segment;
    dates_ = segment.columns().dates();
    for (KeywordCount& keyword : keywords_) {
        keyword.column = &segment.columns().keyword(*keyword.field);
        keyword.by_ordinal.assign(keyword.column->value_count() + 1, 0);
    }
}

void FacetCounter::count(std::uint32_t row) {
    if (!date_names_.empty()) date_counts_.add(dates_[row]);
    for (KeywordCount& keyword : keywords_) {
        const auto ordinals = keyword.column->of(row);
        if (ordinals.empty()) ++keyword.by_ordinal.back();
        for (const std::uint32_t ordinal : ordinals) ++keyword.by_ordinal[ordinal];
    }
}

void FacetCounter::end_segment() {
    for (KeywordCount& keyword : keywords_) {
        for (std::uint32_t ordinal = 0; ordinal < keyword.column->value_count(); ++ordinal) {
            if (keyword.by_ordinal[ordinal] == 0) continue;
            keyword.by_value[std::string(keyword.column->value(ordinal))] += keyword.by_ordinal[ordinal];
        }
        if (keyword.by_ordinal.back() > 0) keyword.by_value[""] += keyword.by_ordinal.back();
    }
}

Facet FacetCounter::keyword_facet(const KeywordCount& keyword) {
    Facet facet{.name = keyword.name, .values = {}, .one_valued = keyword.field->one_valued};
    for (const auto& [value, count] : keyword.by_value) {
        if (!value.empty()) facet.values.push_back({value, count});
    }
    std::stable_sort(facet.values.begin(), facet.values.end(),
                     [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
    if (const auto without = keyword.by_value.find(""); without != keyword.by_value.end())
        facet.values.push_back({"", without->second});
    return facet;
}

std::vector<Facet> FacetCounter::facets() const {
    std::vector<Facet> facets;
    for (const std::string& name : names_) {
        if (is_date_facet(name)) {
            facets.push_back(date_counts_.facet(name));
            continue;
        }
        const auto keyword = std::find_if(keywords_.begin(), keywords_.end(),
                                          [&](const KeywordCount& each) { return each.name == name; });
        facets.push_back(keyword_facet(*keyword));
    }
    return facets;
}

}  // namespace dateline
