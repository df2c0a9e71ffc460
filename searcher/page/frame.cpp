#include "searcher/page/frame.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "searcher/page/assets.h"
#include "searcher/page/query_help.h"

namespace dateline::page {
namespace {

struct Order {
    std::string_view value;
    std::string_view label;
};
/// The default has no value, so that an address names none.
constexpr std::array orders{Order{"", "Best first"}, Order{"newest", "Newest first"}, Order{"oldest", "Oldest first"}};

void write_head(HtmlWriter& html, const Frame& frame) {
    const auto head = html.in("head");
    html.empty("meta", {{"charset", "utf-8"}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.element("title", frame.title.empty() ? "Dateline" : frame.title + " \u2013 Dateline");
    html.empty("link", {{"rel", "stylesheet"}, {"href", asset_address("dateline.css")}});
    html.empty("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", asset_address("icon.svg")}});
    html.empty("link", {{"rel", "search"},
                        {"type", "application/opensearchdescription+xml"},
                        {"title", "Dateline"},
                        {"href", "/opensearch.xml"}});
    if (!frame.page.query.empty()) {
        html.empty("link", {{"rel", "alternate"},
                            {"type", "application/atom+xml"},
                            {"title", frame.page.query},
                            {"href", AddressWriter("/feed.atom").add("q", frame.page.query).take()}});
    }
    html.element("script", {{"type", "module"}, {"src", asset_address("main.js")}}, "");
    // What it imports, so that all of them come at once.
    for (const Asset& asset : assets()) {
        if (asset.name.ends_with(".js") && asset.name != "main.js")
            html.empty("link", {{"rel", "modulepreload"}, {"href", asset_address(asset.name)}});
    }
}

void write_order(HtmlWriter& html, const PageAddress& page) {
    html.element("label", {{"for", "sort"}, {"class", "unseen"}}, "Order");
    const auto select = html.in("select", {{"id", "sort"}, {"name", "sort"}});
    const std::string present = page.setting("sort");
    for (const Order& order : orders) {
        html.element("option", {{"value", order.value}, {"selected", "", present == order.value}}, order.label);
    }
}

void write_form(HtmlWriter& html, const Frame& frame) {
    const PageAddress& page = frame.page;
    const auto form = html.in("form", {{"id", "search"}, {"role", "search"}, {"action", "/"}});
    for (const auto& [name, value] : page.settings) {
        if (name != "sort") html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    }
    html.element("label", {{"for", "query"}, {"class", "unseen"}}, "Search the news");
    {
        const auto box = html.in("div", {{"class", "box"}});
        html.empty("input", {{"id", "query"},
                             {"name", "q"},
                             {"type", "search"},
                             {"value", page.query},
                             {"dir", "auto"},
                             {"placeholder", "Words, \"an exact phrase\", section:Asia, date:2002..2012"},
                             {"autocomplete", "off"},
                             {"autocapitalize", "off"},
                             {"spellcheck", "false"},
                             {"enterkeyhint", "search"},
                             {"aria-invalid", "true", frame.error != nullptr},
                             {"aria-describedby", "query-error", frame.error != nullptr},
                             {"autofocus", "", frame.is_start}});
    }
    write_order(html, page);
    html.element("button", "Search");
}

/// The query with what is wrong underlined, in letters of one width.
void write_error(HtmlWriter& html, const query::QueryError& error) {
    const auto alert = html.in("div", {{"id", "query-error"},
                                       {"class", "error"},
                                       {"role", "alert"},
                                       {"data-column", fmt::format("{}", error.column())}});
    {
        const auto sentence = html.in("p");
        html.element("strong", fmt::format("Column {}: ", error.column()));
        html.text(error.message());
    }
    html.element("pre", {{"aria-hidden", "true"}}, error.context());
    if (!error.proposal().empty()) html.element("p", error.proposal());
}

void write_header(HtmlWriter& html, const Frame& frame) {
    const auto header = html.in("header", {{"class", "top"}});
    const auto inside = html.in("div", {{"class", "inside"}});
    html.element("a", {{"class", "brand"}, {"href", "/"}}, "Dateline");
    {
        const auto column = html.in("div", {{"class", "asking"}});
        write_form(html, frame);
        if (frame.error != nullptr) write_error(html, *frame.error);
        write_query_help(html);
    }
}

}  // namespace

std::string framed(const Frame& frame, const std::function<void(HtmlWriter&)>& write_main) {
    HtmlWriter html;
    html.doctype();
    {
        const auto document = html.in("html", {{"lang", "en"}});
        write_head(html, frame);
        const auto body = html.in("body");
        html.element("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the answer");
        write_header(html, frame);
        {
            const auto main = html.in("main", {{"id", "main"}, {"tabindex", "-1"}});
            write_main(html);
        }
        write_keyboard_help(html);
    }
    return html.take();
}

}  // namespace dateline::page
