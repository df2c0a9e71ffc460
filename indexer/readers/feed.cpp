#include "indexer/readers/feed.h"

#include <string>
#include <string_view>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/xml_records.h"

namespace dateline {

namespace {

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

/// What an element holds as HTML: Atom says by `type` whether it is text, escaped HTML or XHTML; RSS escapes HTML
/// without saying so.
std::string html_of(const XmlElement& element) {
    const std::string_view type = element.attribute("type");
    if (type == "xhtml" || (!element.markup.empty() && type != "html")) {
        return element.markup;
    }
    return element.text;
}

/// Reads one feed; lives as long as that.
class FeedRun {
public:
    FeedRun(Input& input, const ReaderSink& sink) : input_(input), sink_(sink) {}

    void run() {
        const XmlEnd end = read_xml_records(
            input_, [](std::string_view name) { return name == "item" || name == "entry"; },
            [this](const XmlElement& item) { return read_item(item); },
            [this](std::string_view path, const XmlElement& element) { note_channel(path, element); });
        if (!end.error.empty() && more_) {
            sink_.skipped({input_.path, input_.member, "line " + std::to_string(end.line), "malformed",
                           end.error + "; what stands before was read"});
        } else if (number_ == 0 && more_) {
            sink_.skipped({input_.path, input_.member, "", "no article", "the feed has no items"});
        }
    }

private:
    /// Title, language of the feed itself. `rss/channel/title`, `RDF/channel/title`, `feed/title`.
    void note_channel(std::string_view path, const XmlElement& element) {
        if (path.ends_with("channel/title") || path == "feed/title") {
            source_ = squeeze_space(element.text);
        } else if (path.ends_with("channel/language")) {
            language_ = squeeze_space(element.text);
        } else if (path == "feed") {
            language_ = element.attribute("lang");
        }
    }

    bool read_item(const XmlElement& item) {
        ++number_;
        RawArticle raw;
        Article& stated = raw.stated;
        stated.path = input_.path;
        stated.member = input_.member;
        stated.place = "item " + std::to_string(number_);
        stated.url = link_of(item);
        stated.id = id_of(item);
        if (stated.url.empty() && is_address(stated.id)) {
            stated.url = stated.id;
        }
        if (const XmlElement* title = item.child("title")) {
            raw.html_title = html_of(*title);
        }
        stated.source = source_of(item);
        stated.section = section_of(item);
        stated.language = language_;
        read_authors(item, stated);
        read_dates(item, raw);
        read_texts(item, raw);
        raw.input_bytes = item.text.size();
        more_ = sink_.article(std::move(raw));
        return more_;
    }

    static std::string link_of(const XmlElement& item) {
        std::string any;
        for (const XmlElement& child : item.children) {
            if (child.name == "origLink") {
                return squeeze_space(child.text);  // before a feed service rewrote it
            }
        }
        for (const XmlElement& child : item.children) {
            if (child.name != "link") {
                continue;
            }
            const std::string_view href = child.attribute("href");
            const std::string_view relation = child.attribute("rel");
            if (href.empty() && !trim(child.text).empty()) {
                return squeeze_space(child.text);
            }
            if (!href.empty() && (relation.empty() || relation == "alternate")) {
                return std::string(href);
            }
            any = any.empty() ? std::string(href) : any;
        }
        return any;
    }

    static std::string id_of(const XmlElement& item) {
        for (const std::string_view name : {"guid", "id"}) {
            if (const std::string_view id = item.text_of(name); !id.empty()) {
                return std::string(id);
            }
        }
        return std::string(item.attribute("about"));
    }

    std::string source_of(const XmlElement& item) const {
        const XmlElement* source = item.child("source");
        if (source == nullptr) {
            return source_;
        }
        const std::string_view title = source->text_of("title");
        const std::string_view own = title.empty() ? trim(source->text) : title;
        return own.empty() ? source_ : squeeze_space(own);
    }

    static std::string section_of(const XmlElement& item) {
        const XmlElement* category = item.child("category");
        if (category == nullptr) {
            return squeeze_space(item.text_of("subject"));
        }
        for (const std::string_view name : {"label", "term"}) {
            if (const std::string_view value = category->attribute(name); !value.empty()) {
                return squeeze_space(value);
            }
        }
        return squeeze_space(category->text);
    }

    static void read_authors(const XmlElement& item, Article& stated) {
        for (const XmlElement& child : item.children) {
            if (child.name == "creator" || child.name == "author") {
                const std::string_view name = child.text_of("name");
                const std::string author = person_of(name.empty() ? std::string_view(child.text) : name);
                if (!author.empty()) {
                    stated.authors.push_back(author);
                }
            }
        }
    }

    /// RSS wants an address before the name: "desk@example.org (Ann Lee)".
    static std::string person_of(std::string_view text) {
        text = trim(text);
        const std::size_t open = text.find('(');
        if (text.substr(0, open).find('@') == std::string_view::npos) {
            return squeeze_space(text);
        }
        const std::size_t close = text.find(')', open);
        return open == std::string_view::npos ? "" : squeeze_space(text.substr(open + 1, close - open - 1));
    }

    static void read_dates(const XmlElement& item, RawArticle& raw) {
        for (const std::string_view name : {"pubDate", "published", "issued", "date", "created"}) {
            if (const std::string_view date = item.text_of(name); !date.empty()) {
                raw.date_texts.emplace_back("feed:" + std::string(name), date);
            }
        }
        // Atom wants `updated` in every entry; where `published` is missing it is the time of publication.
        if (raw.date_texts.empty() && item.name == "entry") {
            if (const std::string_view date = item.text_of("updated"); !date.empty()) {
                raw.date_texts.emplace_back("feed:updated", date);
            }
        }
    }

    static void read_texts(const XmlElement& item, RawArticle& raw) {
        std::string summary;
        for (const std::string_view name : {"description", "summary"}) {
            if (const XmlElement* found = item.child(name); found != nullptr && summary.empty()) {
                summary = html_of(*found);
            }
        }
        std::string full;
        if (const XmlElement* encoded = item.child("encoded")) {
            full = html_of(*encoded);
        } else if (const XmlElement* content = item.child("content")) {
            if (content->space.find("search.yahoo.com") == std::string::npos) {  // Media RSS: pictures
                full = html_of(*content);
            }
        }
        if (trim(full).empty()) {
            raw.html_body = std::move(summary);
        } else {
            raw.html_body = std::move(full);
            raw.html_lead = std::move(summary);
        }
    }

    Input& input_;
    const ReaderSink& sink_;
    std::string source_;
    std::string language_;
    std::size_t number_ = 0;
    bool more_ = true;
};

}  // namespace

void FeedReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    FeedRun(input, sink).run();
}

}  // namespace dateline
