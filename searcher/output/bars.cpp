#include "searcher/output/bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>

#include "common/text/graphemes.h"
#include "searcher/output/styled_text.h"

namespace dateline {

namespace {

constexpr std::size_t widest_label = 32;
constexpr std::size_t widest_bar = 50;
constexpr std::size_t narrowest_bar = 4;
constexpr std::size_t gap = 2;
constexpr std::size_t indent_of_level = 2;

/// A line of a table of values, counts and bars.
struct Row {
    std::string label;
    std::uint64_t count = 0;
    bool has_bar = true;
    bool is_gap = false;  ///< a sentence alone, outside the columns
};

/// Columns of the table.
struct Layout {
    std::size_t label = 0;
    std::size_t count = 0;
    std::size_t bar = 0;  ///< 0: no room for bars
};

Layout lay_out(const std::vector<Row>& rows, std::size_t width, std::size_t longest_bar) {
    Layout layout;
    std::uint64_t largest = 0;
    for (const Row& row : rows) {
        if (row.is_gap) continue;
        layout.label = std::max(layout.label, display_width(row.label));
        largest = std::max(largest, row.count);
    }
    layout.count = fmt::formatted_size("{}", largest);
    const std::size_t taken = gap + layout.label + gap + layout.count + gap;
    if (width >= taken + narrowest_bar) {
        layout.bar = std::min(width - taken, longest_bar);
    }
    return layout;
}

std::string bar_of(std::uint64_t count, std::uint64_t largest, std::size_t columns) {
    constexpr std::array<std::string_view, 8> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (count == 0) {
        return "";
    }
    const double share = static_cast<double>(count) / static_cast<double>(largest);
    const auto eighths =
        std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(columns) * 8 + 0.5));
    std::string bar;
    for (std::size_t i = 0; i < eighths / 8; ++i) {
        bar += "█";
    }
    return bar.append(parts.at(eighths % 8));
}

std::vector<std::string> draw(const std::vector<Row>& rows, std::size_t width, std::size_t longest_bar) {
    const Layout layout = lay_out(rows, width, longest_bar);
    std::uint64_t largest = 0;
    for (const Row& row : rows) {
        if (row.has_bar) largest = std::max(largest, row.count);
    }
    std::vector<std::string> lines;
    for (const Row& row : rows) {
        std::string line(gap, ' ');
        if (row.is_gap) {
            lines.push_back(line + StyledText(row.label).line(width > gap ? width - gap : 0, false));
            continue;
        }
        line.append(row.label).append(layout.label - display_width(row.label) + gap, ' ');
        line.append(fmt::format("{:>{}}", row.count, layout.count));
        if (layout.bar > 0 && row.has_bar && row.count > 0) {
            line.append(gap, ' ').append(bar_of(row.count, largest, layout.bar));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

bool is_date(std::string_view facet) {
    constexpr std::array<std::string_view, 4> dates{"year", "month", "week", "day"};
    return std::find(dates.begin(), dates.end(), facet) != dates.end();
}

std::vector<std::string_view> levels_of(std::string_view name) {
    std::vector<std::string_view> levels;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('>', begin), name.size());
        levels.push_back(name.substr(begin, end - begin));
        begin = end + 1;
    }
    return levels;
}

/// A value that others stand below, and the name it is of.
struct Above {
    std::string_view facet;
    std::string_view value;
};

/// Whether a value says nothing that the one it stands below has not said: undated below undated, 2012 below 2012.
bool repeats(const FacetValue& value, const std::optional<Above>& above, std::string_view facet) {
    return above && is_date(above->facet) && is_date(facet) && value.value == above->value;
}

std::string label_of(const FacetValue& value, const std::optional<Above>& above, std::string_view facet) {
    if (!value.value.empty() && repeats(value, above, facet)) return fmt::format("no {} known", facet);
    return std::string(value.value.empty() ? name_of_missing(facet) : value.value);
}

std::string indented(std::string_view label, std::size_t level) {
    const std::size_t indent = level * indent_of_level;
    return std::string(indent, ' ') + StyledText(label).line(widest_label - std::min(indent, widest_label / 2), false);
}

/// The rows of a facet, each followed by those below it.
class FacetRows {
public:
    explicit FacetRows(const Facet& facet) : levels_(levels_of(facet.name)) {
        add_list(facet.values, facet.rest, std::nullopt, 0);
    }

    const std::vector<Row>& rows() const { return rows_; }

private:
    /// What was left out stands before the articles without a value, which no limit leaves out.
    void add_list(const std::vector<FacetValue>& values, const FacetRest& rest, const std::optional<Above>& above,
                  std::size_t level) {
        bool is_rest_said = rest.values == 0;
        const auto say_rest = [&] {
            if (!is_rest_said)
                rows_.push_back({indented(fmt::format("{} more", rest.values), level), rest.count, false});
            is_rest_said = true;
        };
        for (const FacetValue& value : values) {
            if (value.value.empty()) say_rest();
            add_value(value, above, level);
        }
        say_rest();
    }

    void add_value(const FacetValue& value, const std::optional<Above>& above, std::size_t level) {
        const bool is_said = value.value.empty() && repeats(value, above, levels_[level]);
        if (is_said && std::all_of(levels_.begin() + static_cast<std::ptrdiff_t>(level), levels_.end(), is_date))
            return;
        rows_.push_back({indented(label_of(value, above, levels_[level]), level), value.count});
        if (level + 1 < levels_.size())
            add_list(value.below, value.rest, Above{levels_[level], value.value}, level + 1);
    }

    std::vector<std::string_view> levels_;
    std::vector<Row> rows_;
};

}  // namespace

std::string_view name_of_missing(std::string_view facet) { return is_date(facet) ? "undated" : "none"; }

std::vector<std::string> draw_bars(const Facet& facet, std::size_t width) {
    return draw(FacetRows(facet).rows(), width, widest_bar);
}

std::vector<std::string> draw_bars(const Timeline& timeline, std::size_t width) {
    std::vector<Row> rows;
    for (const TimelineRow& row : timeline.rows) {
        if (row.periods > 1) {
            rows.push_back(
                {.label = fmt::format("… {} {}s without an article, until {}", row.periods, timeline.unit, row.last),
                 .is_gap = true});
        } else {
            rows.push_back({row.first, row.count});
        }
    }
    for (const FacetValue& date : timeline.less_exact)
        rows.push_back({fmt::format("{}, no {} known", date.value, timeline.unit), date.count});
    if (timeline.undated > 0) rows.push_back({"undated", timeline.undated});
    return draw(rows, width, std::numeric_limits<std::size_t>::max());
}

std::string timeline_heading(const Timeline& timeline) {
    std::string heading = "timeline by " + timeline.unit;
    if (timeline.zone != "UTC") heading += " in " + timeline.zone;
    const TimelineRow* peak = timeline.peak();
    if (peak == nullptr) return heading;
    heading += fmt::format(", peak {} with {} article{}", peak->first, peak->count, peak->count == 1 ? "" : "s");
    const auto as_many = std::count_if(timeline.rows.begin(), timeline.rows.end(),
                                       [&](const TimelineRow& row) { return row.count == peak->count; });
    return as_many == 1 ? heading : heading + fmt::format(", as in {} more", as_many - 1);
}

}  // namespace dateline
