#include "searcher/output/bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/text/graphemes.h"
#include "searcher/output/styled_text.h"

namespace dateline {

namespace {

constexpr std::size_t widest_label = 32;
constexpr std::size_t widest_bar = 50;
constexpr std::size_t narrowest_bar = 4;
constexpr std::size_t gap = 2;

/// Columns of a table of values, counts and bars.
struct Layout {
    std::size_t label = 0;
    std::size_t count = 0;
    std::size_t bar = 0;  ///< 0: no room for bars
};

std::string label_of(const Facet& facet, const FacetValue& value) {
    const std::string_view text = value.value.empty() ? name_of_missing(facet) : value.value;
    return StyledText(text).line(widest_label, false);
}

Layout lay_out(const Facet& facet, std::uint64_t largest, std::size_t width) {
    Layout layout;
    for (const FacetValue& value : facet.values) {
        layout.label = std::max(layout.label, display_width(label_of(facet, value)));
    }
    layout.count = fmt::formatted_size("{}", largest);
    const std::size_t taken = gap + layout.label + gap + layout.count + gap;
    if (width >= taken + narrowest_bar) {
        layout.bar = std::min(width - taken, widest_bar);
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

}  // namespace

std::string_view name_of_missing(const Facet& facet) {
    constexpr std::array<std::string_view, 3> dates{"year", "month", "day"};
    return std::find(dates.begin(), dates.end(), facet.name) == dates.end() ? "none" : "undated";
}

std::vector<std::string> draw_bars(const Facet& facet, std::size_t width) {
    std::uint64_t largest = 0;
    for (const FacetValue& value : facet.values) {
        largest = std::max(largest, value.count);
    }
    const Layout layout = lay_out(facet, largest, width);
    std::vector<std::string> lines;
    for (const FacetValue& value : facet.values) {
        const std::string label = label_of(facet, value);
        std::string line(gap, ' ');
        line.append(label).append(layout.label - display_width(label) + gap, ' ');
        line.append(fmt::format("{:>{}}", value.count, layout.count));
        if (layout.bar > 0 && value.count > 0) {
            line.append(gap, ' ').append(bar_of(value.count, largest, layout.bar));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace dateline
