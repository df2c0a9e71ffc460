#include "indexer/readers/json_feed.h"

#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/json_values.h"

namespace dateline {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// `authors` of 1.1, `author` of 1.0.
std::vector<std::string> authors_of(object members) {
    for (const std::string_view name : {"authors", "author"}) {
        element value;
        if (members.at_key(name).get(value) == simdjson::SUCCESS) {
            if (auto names = texts_of(value); !names.empty()) {
                return names;
            }
        }
    }
    return {};
}

/// Like the category of other feeds, the first of the tags.
std::string first_tag(object item) {
    element tags;
    if (item.at_key("tags").get(tags) != simdjson::SUCCESS) {
        return "";
    }
    std::vector<std::string> names = texts_of(tags);
    return names.empty() ? "" : std::move(names.front());
}

}  // namespace

bool JsonFeed::is_feed(element value) {
    std::string_view version;
    array items;
    return value.is_object() && value["version"].get(version) == simdjson::SUCCESS &&
           version.find("jsonfeed.org/version/") != std::string_view::npos &&
           value["items"].get(items) == simdjson::SUCCESS;
}

JsonFeed::JsonFeed(object feed) : title_(text_of_member(feed, "title")), language_(text_of_member(feed, "language")) {
    items_ = feed["items"].get_array();
}

RawArticle JsonFeed::article_of(element value) const {
    RawArticle raw;
    if (!value.is_object()) {
        return raw;
    }
    const object item(value);
    Article& stated = raw.stated;
    stated.id = text_of_member(item, "id");
    stated.url = text_of_member(item, "url");
    stated.url = stated.url.empty() ? text_of_member(item, "external_url") : stated.url;
    stated.title = text_of_member(item, "title");
    raw.html_body = text_of_member(item, "content_html");
    if (is_blank(raw.html_body)) {
        stated.body = text_of_member(item, "content_text");
    }
    std::string summary = text_of_member(item, "summary");
    const bool has_text = !is_blank(raw.html_body) || !is_blank(stated.body);
    (has_text ? stated.lead : stated.body) = std::move(summary);
    stated.authors = authors_of(item);
    stated.source = title_;
    stated.section = first_tag(item);
    stated.language = text_of_member(item, "language");
    stated.language = stated.language.empty() ? language_ : stated.language;
    // As in Atom, the time of the last change is that of publication only where there is no other.
    for (const std::string_view name : {"date_published", "date_modified"}) {
        if (std::string date = text_of_member(item, name); raw.date_texts.empty() && !is_blank(date)) {
            raw.date_texts.emplace_back("feed:" + std::string(name), std::move(date));
        }
    }
    return raw;
}

}  // namespace dateline
