#include "indexer/readers/feed.h"

#include <string>
#include <string_view>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/readers/xml_articles.h"

namespace dateline {

namespace {

/// What an element holds as HTML: Atom says by `type` whether it is text, escaped HTML or XHTML; RSS escapes HTML
/// without saying so.
std::string html_of(const XmlElement& element) {
    const std::string_view type = element.attribute("type");
    if (type == "xhtml" || (element.has_elements() && type != "html")) {
        return element.markup();
    }
    return element.all_text();
}

std::string link_of(const XmlElement& item) {
    if (std::string original = item.text_at("origLink"); !original.empty()) {
        return original;  // before a feed service rewrote it
    }
    std::string any;
    for (const XmlElement& child : item.children) {
        if (child.name != "link") {
            continue;
        }
        const std::string_view href = child.attribute("href");
        const std::string_view relation = child.attribute("rel");
        if (std::string text = squeeze_space(child.all_text()); href.empty() && !text.empty()) {
            return text;
        }
        if (!href.empty() && (relation.empty() || relation == "alternate")) {
            return std::string(href);
        }
        any = any.empty() ? std::string(href) : any;
    }
    return any;
}

std::string id_of_item(const XmlElement& item) {
    for (const std::string_view name : {"guid", "id"}) {
        if (std::string id = item.text_at(name); !id.empty()) {
            return id;
        }
    }
    return std::string(item.attribute("about"));
}

std::string section_of_item(const XmlElement& item) {
    const XmlElement* category = item.child("category");
    if (category == nullptr) {
        return item.text_at("subject");
    }
    for (const std::string_view name : {"label", "term"}) {
        if (const std::string_view value = category->attribute(name); !value.empty()) {
            return squeeze_space(value);
        }
    }
    return squeeze_space(category->all_text());
}

/// RSS wants an address before the name: "desk@example.org (Ann Lee)".
std::string person_of(std::string_view text) {
    text = trim(text);
    const std::size_t open = text.find('(');
    if (text.substr(0, open).find('@') == std::string_view::npos) {
        return squeeze_space(text);
    }
    const std::size_t close = text.find(')', open);
    return open == std::string_view::npos ? "" : squeeze_space(text.substr(open + 1, close - open - 1));
}

void read_feed_authors(const XmlElement& item, Article& stated) {
    for (const XmlElement& child : item.children) {
        if (child.name == "creator" || child.name == "author") {
            const std::string name = child.text_at("name");
            if (std::string author = person_of(name.empty() ? child.all_text() : name); !author.empty()) {
                stated.authors.push_back(std::move(author));
            }
        }
    }
}

void read_feed_dates(const XmlElement& item, RawArticle& raw) {
    for (const std::string_view name : {"pubDate", "published", "issued", "date", "created"}) {
        if (std::string date = item.text_at(name); !date.empty()) {
            raw.date_texts.emplace_back("feed:" + std::string(name), std::move(date));
        }
    }
    // Atom requires `updated`; where `published` is missing it is the time of publication.
    if (raw.date_texts.empty() && item.name == "entry") {
        if (std::string date = item.text_at("updated"); !date.empty()) {
            raw.date_texts.emplace_back("feed:updated", std::move(date));
        }
    }
}

void read_texts(const XmlElement& item, RawArticle& raw) {
    std::string summary;
    for (const std::string_view name : {"description", "summary"}) {
        if (const XmlElement* found = item.child(name); found != nullptr && summary.empty()) {
            summary = html_of(*found);
        }
    }
    std::string full;
    if (const XmlElement* encoded = item.child("encoded")) {
        full = html_of(*encoded);
    }
    item.each("content", [&full](const XmlElement& content) {
        const bool picture = content.space.find("search.yahoo.com") != std::string::npos;  // Media RSS
        if (!picture && trim(full).empty()) {
            full = html_of(content);
        }
    });
    if (trim(full).empty()) {
        raw.html_body = std::move(summary);
    } else {
        raw.html_body = std::move(full);
        raw.html_lead = std::move(summary);
    }
}

/// What a feed says of itself.
struct Channel {
    std::string title;
    std::string language;

    /// `rss/channel/title`, `RDF/channel/title`, `feed/title`.
    void note(std::string_view path, const XmlElement& element) {
        if (path.ends_with("channel/title") || path == "feed/title") {
            title = squeeze_space(element.text);
        } else if (path.ends_with("channel/language")) {
            language = squeeze_space(element.text);
        } else if (path == "feed") {
            language = element.attribute("lang");
        }
    }

    std::string source_of(const XmlElement& item) const {
        const std::string own = item.text_at("source/title");
        const std::string any = own.empty() ? item.text_at("source") : own;
        return any.empty() ? title : any;
    }
};

RawArticle feed_article(const XmlElement& item, const Channel& channel) {
    RawArticle raw;
    Article& stated = raw.stated;
    stated.url = link_of(item);
    stated.id = id_of_item(item);
    if (stated.url.empty() && is_web_address(stated.id)) {
        stated.url = stated.id;
    }
    if (const XmlElement* title = item.child("title")) {
        raw.html_title = html_of(*title);
    }
    stated.source = channel.source_of(item);
    stated.section = section_of_item(item);
    stated.language = channel.language;
    read_feed_authors(item, stated);
    read_feed_dates(item, raw);
    read_texts(item, raw);
    return raw;
}

}  // namespace

void FeedReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    Channel channel;
    read_xml_articles(input, sink,
                      {[](std::string_view name) { return name == "item" || name == "entry"; },
                       [&channel](const XmlElement& item) { return feed_article(item, channel); },
                       [&channel](std::string_view path, const XmlElement& element) { channel.note(path, element); },
                       "item", "the feed has no items"});
}

}  // namespace dateline
