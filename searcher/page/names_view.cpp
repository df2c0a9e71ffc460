#include "searcher/page/names_view.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "common/date.h"
#include "common/index/fields.h"
#include "common/text/ascii.h"
#include "searcher/page/page_address.h"
#include "searcher/page/query_edit.h"
#include "searcher/page/readable.h"

namespace dateline::page {
namespace {

struct NameKind {
    std::string_view heading;
    std::string_view list;   ///< of the record
    std::string_view type;   ///< of its members
    std::string_view value;  ///< their member to show
    std::string_view field;  ///< of a query for it
};

constexpr std::array kinds{
    NameKind{"People", "entities", "PER", "name", "person"},
    NameKind{"Organizations", "entities", "ORG", "name", "org"},
    NameKind{"Places", "entities", "LOC", "name", "place"},
    NameKind{"Other names", "entities", "MISC", "name", "misc"},
    NameKind{"Days and years spoken of", "mentions", "DATE", "value", "mentions"},
};

constexpr std::size_t most_names = 15;

struct NamedThing {
    std::string name;
    std::uint64_t times = 0;
};

/// A day, month, year or decade as `mentions:` takes it; empty for what names no time to search for, such as PAST_REF
/// or
/// XXXX-WXX-5.
std::string time_to_ask_for(const std::string& timex) {
    constexpr std::size_t decade_size = 3;
    if (timex.size() == decade_size && std::ranges::all_of(timex, is_digit_ascii)) return timex + "0s";
    return from_iso(timex) ? timex : "";
}

/// Those named most first, of equals the one named first.
std::vector<NamedThing> things_of(const nlohmann::json& record, const NameKind& kind) {
    std::vector<NamedThing> things;
    const auto list = record.find(kind.list);
    if (list == record.end()) return things;
    for (const nlohmann::json& member : *list) {
        if (member.value("type", "") != kind.type) continue;
        std::string name = member.value(std::string(kind.value), "");
        if (kind.list == "mentions") name = time_to_ask_for(name);
        if (name.empty()) continue;
        const auto known = std::ranges::find(things, name, &NamedThing::name);
        if (known == things.end()) things.push_back({name, 1});
        else ++known->times;
    }
    std::ranges::stable_sort(things, std::ranges::greater(), &NamedThing::times);
    if (things.size() > most_names) things.resize(most_names);
    return things;
}

void write_kind(HtmlWriter& html, const NameKind& kind, const std::vector<NamedThing>& things) {
    const bool can_be_asked = find_field(kind.field) != nullptr;
    const auto section = html.in("section");
    html.element("h2", kind.heading);
    const auto list = html.in("ul", {{"class", "names"}});
    for (const NamedThing& thing : things) {
        const auto item = html.in("li");
        const std::string label = kind.list == "mentions" ? readable_period(thing.name) : thing.name;
        if (can_be_asked) {
            html.element("a", {{"href", address_of({restriction(kind.field, thing.name)})}, {"dir", "auto"}}, label);
        } else {
            html.element("bdi", label);
        }
        if (thing.times > 1) html.element("span", {{"class", "count"}}, readable_number(thing.times));
    }
}

}  // namespace

void write_names(HtmlWriter& html, const nlohmann::json& record) {
    for (const NameKind& kind : kinds) {
        const std::vector<NamedThing> things = things_of(record, kind);
        if (!things.empty()) write_kind(html, kind, things);
    }
}

}  // namespace dateline::page
