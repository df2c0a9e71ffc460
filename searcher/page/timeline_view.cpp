#include "searcher/page/timeline_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "searcher/page/readable.h"

namespace dateline::page {
namespace {

constexpr double height = 72;
constexpr double least_height = 2;  // of a bar: one article is seen beside thousands
constexpr std::size_t most_labels = 6;

std::string percent(double share) { return fmt::format("{:.3f}%", 100 * share); }
std::string units(double length) { return fmt::format("{:.1f}", length); }

class Picture {
public:
    Picture(HtmlWriter& html, const Bars& bars) : html_(html), bars_(bars) {}

    void write() {
        const auto svg = html_.in("svg", {{"class", "bars"},
                                          {"role", "img"},
                                          {"aria-label", summary()},
                                          {"width", "100%"},
                                          {"height", units(height + 20)},
                                          {"data-unit", bars_.unit},
                                          {"data-first", bars_.bars.front().period},
                                          {"data-periods", fmt::format("{}", bars_.periods)}});
        for (const Gap& gap : bars_.gaps) write_gap(gap);
        for (std::size_t i = 0; i < bars_.bars.size(); ++i) write_bar(bars_.bars[i], i == bars_.peak);
        html_.element("rect",
                      {{"class", "ground"}, {"x", "0"}, {"y", units(height)}, {"width", "100%"}, {"height", "1"}}, "");
        write_labels();
    }

    std::string summary() const {
        const Bar& peak = bars_.bars[bars_.peak];
        return fmt::format("Articles by {}, {} to {}. Most in {}: {}.", bars_.unit,
                           readable_period(bars_.bars.front().period), readable_period(bars_.bars.back().period),
                           readable_period(peak.period), readable_number(peak.count));
    }

private:
    double share(std::uint64_t place) const { return static_cast<double>(place) / static_cast<double>(bars_.periods); }

    void write_bar(const Bar& bar, bool is_peak) {
        const double most = static_cast<double>(bars_.bars[bars_.peak].count);
        const double tall = std::max(least_height, height * static_cast<double>(bar.count) / most);
        const double gap = bars_.periods > 80 ? 0.05 : 0.15;  // between bars, as a share of one
        const auto rect = html_.in("rect", {{"class", is_peak ? "bar peak" : "bar"},
                                            {"x", percent(share(bar.place) + gap / 2 * share(1))},
                                            {"width", percent((1 - gap) * share(1))},
                                            {"y", units(height - tall)},
                                            {"height", units(tall)}});
        html_.element("title",
                      fmt::format("{}: {}", readable_period(bar.period), readable_count(bar.count, "article")));
    }

    void write_gap(const Gap& gap) {
        const auto rect = html_.in("rect", {{"class", "gap"},
                                            {"x", percent(share(gap.place))},
                                            {"width", percent(share(gap.periods))},
                                            {"y", units(height - 6)},
                                            {"height", "6"}});
        html_.element("title", fmt::format("no article in {} {}s", gap.periods, bars_.unit));
    }

    /// Of periods that have a bar, evenly spread.
    void write_labels() {
        double free_from = -1;
        bool is_minor = false;  // every second one goes where there is little room
        for (const Bar& bar : bars_.bars) {
            const double middle = share(bar.place) + share(1) / 2;
            if (middle < free_from) continue;
            const std::string_view anchor = middle < 0.06 ? "start" : middle > 0.94 ? "end" : "middle";
            html_.element("text",
                          {{"class", "minor", is_minor},
                           {"x", anchor == "start" ? "0"
                                 : anchor == "end" ? "100%"
                                                   : percent(middle)},
                           {"y", units(height + 16)},
                           {"text-anchor", anchor}},
                          bar.period);
            free_from = middle + 1.0 / most_labels;
            is_minor = !is_minor;
        }
    }

    HtmlWriter& html_;
    const Bars& bars_;
};

void write_box(HtmlWriter& html, Name id, std::string_view label, Name name, const std::string& period) {
    html.element("label", {{"for", id.text()}}, label);
    html.empty("input", {{"id", id.text()},
                         {"name", name.text()},
                         {"placeholder", period},
                         {"size", "10"},
                         {"autocomplete", "off"},
                         {"spellcheck", "false"}});
}

/// The boxes have the first and last period as examples only: sent as they stand they restrict nothing.
void write_period_form(HtmlWriter& html, const Bars& bars, const PageAddress& page) {
    const auto form = html.in("form", {{"class", "period"}, {"action", "/"}, {"aria-label", "Period"}});
    html.empty("input", {{"type", "hidden"}, {"name", "q"}, {"value", page.query}});
    for (const auto& [name, value] : page.settings)
        html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    write_box(html, "period-from", "From", "from", bars.bars.front().period);
    write_box(html, "period-to", "to", "to", bars.bars.back().period);
    html.element("button", "Keep this period");
}

}  // namespace

void write_timeline(HtmlWriter& html, const Bars& bars, const PageAddress& page) {
    const auto section = html.in("section", {{"class", "timeline"}, {"aria-label", "Timeline"}});
    Picture picture(html, bars);
    {
        const auto figure = html.in("figure");
        picture.write();
        const auto caption = html.in("figcaption");
        const Bar& peak = bars.bars[bars.peak];
        html.text(fmt::format("By {}. Peak: {}, {}.", bars.unit, readable_period(peak.period),
                              readable_count(peak.count, "article")));
        if (bars.less_exact > 0) {
            html.text(fmt::format(" {} not dated to the {}.", readable_number(bars.less_exact), bars.unit));
        }
        if (bars.undated > 0) html.text(fmt::format(" {} without a date.", readable_number(bars.undated)));
    }
    write_period_form(html, bars, page);
}

}  // namespace dateline::page
