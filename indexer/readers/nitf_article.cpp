#include "indexer/readers/nitf_article.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/readers/iptc_subjects.h"
#include "indexer/readers/publication_status.h"
#include "indexer/readers/xml_text.h"

namespace dateline {

namespace {

std::string first_stated(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        if (!text.empty()) {
            return squeeze_space(text);
        }
    }
    return "";
}

/// `<meta name="..." content="...">`; "" where none has the name.
std::string_view meta(const XmlElement& head, std::string_view name) {
    for (const XmlElement& child : head.children) {
        if (child.name == "meta" && child.attribute("name") == name) {
            return trim(child.attribute("content"));
        }
    }
    return {};
}

std::string nitf_section(const XmlElement& head) {
    std::string_view type;
    std::string_view coded;
    if (const XmlElement* tobject = head.child("tobject")) {
        tobject->each("tobject.subject", [&](const XmlElement& subject) {
            type = type.empty() ? trim(subject.attribute("tobject.subject.type")) : type;
            coded = coded.empty() ? iptc_section(subject.attribute("tobject.subject.refnum")) : coded;
        });
    }
    return first_stated({head.attribute_at("pubdata", "position.section"), meta(head, "online_sections"),
                         meta(head, "section"), type, coded});
}

/// A byline without the job in it; where there is nothing else, the job.
std::string byline_text(const XmlElement& byline) {
    std::string name;
    for (const XmlElement& part : byline.children) {
        name += part.name == "byttl" ? " " : part.all_text();
    }
    name = squeeze_space(name);
    return name.empty() ? byline.text_at("byttl") : name;
}

/// Some archives give the byline a second time, turned round for sorting.
void read_bylines(const XmlElement& body_head, Article& stated) {
    body_head.each("byline", [&stated](const XmlElement& byline) {
        if (std::string text = byline_text(byline); !text.empty() && byline.attribute("class") != "normalized_byline") {
            stated.authors.push_back(std::move(text));
        }
    });
}

/// The day of a newspaper stands before that of the document. `change.date` on the root is that of the document type.
void read_nitf_dates(const XmlElement& nitf, RawArticle& raw) {
    struct Place {
        std::string_view path;
        std::string_view attribute;
        std::string_view from;
    };
    constexpr std::array places{
        Place{"head/pubdata", "date.publication", "nitf:date.publication"},
        Place{"head/docdata/date.release", "norm", "nitf:date.release"},
        Place{"head/docdata/date.issue", "norm", "nitf:date.issue"},
        Place{"body/body.head/dateline/story.date", "norm", "nitf:story.date"},
    };
    for (const Place& place : places) {
        std::string date(nitf.attribute_at(place.path, place.attribute));
        if (date.empty()) {
            date = nitf.text_at(place.path);
        }
        if (!date.empty()) {
            raw.date_texts.emplace_back(place.from, std::move(date));
        }
    }
}

std::string dateline_of(const XmlElement& body_head) {
    const XmlElement* dateline = body_head.child("dateline");
    std::string line;
    if (dateline != nullptr) {
        for (const XmlElement& part : dateline->children) {
            line += part.name == "story.date" ? "" : part.all_text();
        }
    }
    return line;
}

bool is_block(const XmlElement& element, std::string_view kind) {
    return element.name == "block" && element.attribute("class") == kind;
}

/// The lead paragraph may stand once alone and once more in the full text.
XmlText content_of(const XmlElement& content) {
    if (std::ranges::none_of(content.children, [](const XmlElement& part) { return is_block(part, "full_text"); })) {
        return text_of_blocks(content);
    }
    XmlElement rest = content;
    std::erase_if(rest.children, [](const XmlElement& part) { return is_block(part, "lead_paragraph"); });
    return text_of_blocks(rest);
}

void read_nitf_body(const XmlElement& body, Article& stated) {
    if (const XmlElement* content = body.child("body.content")) {
        XmlText text = content_of(*content);
        stated.body = std::move(text.body);
        stated.captions = std::move(text.captions);
    }
    if (const std::string tagline = body.text_at("body.end/tagline"); !tagline.empty()) {
        stated.body += (stated.body.empty() ? "" : "\n\n") + tagline;
    }
}

void read_body_head(const XmlElement& body_head, Article& stated) {
    stated.title = body_head.text_at("hedline/hl1");
    if (const XmlElement* abstract = body_head.child("abstract")) {
        stated.lead = squeeze_space(text_of_blocks(*abstract).body);
    }
    if (const std::string second = body_head.text_at("hedline/hl2"); stated.lead.empty() && second != stated.title) {
        stated.lead = second;
    }
    read_bylines(body_head, stated);
    if (std::string distributor = body_head.text_at("distributor"); !distributor.empty()) {
        stated.agencies.push_back(std::move(distributor));
    }
    add_dateline(dateline_of(body_head), stated.body);
}

}  // namespace

RawArticle nitf_article(const XmlElement& nitf) {
    static const XmlElement nothing;
    const auto part = [&nitf](std::string_view path) -> const XmlElement& {
        const XmlElement* found = nitf.at(path);
        return found == nullptr ? nothing : *found;
    };
    const XmlElement& head = part("head");
    const XmlElement& docdata = part("head/docdata");
    const XmlElement& body_head = part("body/body.head");
    RawArticle raw;
    Article& stated = raw.stated;
    read_nitf_body(part("body"), stated);
    read_body_head(body_head, stated);
    if (stated.title.empty()) {
        stated.title = head.text_at("title");
    }
    stated.id = first_stated({docdata.attribute_at("doc-id", "id-string"), docdata.attribute_at("du-key", "key")});
    raw.stated.version = version_number(docdata.attribute_at("du-key", "version"));
    stated.url = first_stated({head.attribute_at("pubdata", "ex-ref")});
    const std::string owner = body_head.text_at("rights/rights.owner");
    stated.source = first_stated(
        {head.attribute_at("pubdata", "name"), stated.agencies.empty() ? std::string_view() : stated.agencies.front(),
         owner, docdata.attribute_at("doc.copyright", "holder"), docdata.attribute_at("doc-id", "regsrc")});
    stated.section = nitf_section(head);
    stated.language = nitf.attribute("baselang").empty() ? nitf.attribute("lang") : nitf.attribute("baselang");
    read_nitf_dates(nitf, raw);
    raw.not_article = why_withdrawn(docdata.attribute("management-status"), stated.id);
    return raw;
}

}  // namespace dateline
