#include "indexer/readers/newsml_g2_article.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/readers/iptc_subjects.h"
#include "indexer/readers/nitf_article.h"
#include "indexer/readers/publication_status.h"
#include "indexer/readers/xml_text.h"

namespace dateline {

namespace {

/// What follows the scheme of a code: `summary` in `drol:summary`.
std::string_view code_of(std::string_view qcode) { return qcode.substr(qcode.rfind(':') + 1); }

/// A concept's name for people: not its mnemonic.
std::string name_of_concept(const XmlElement& concept_element) {
    std::string name;
    concept_element.each("name", [&name](const XmlElement& each) {
        if (name.empty() && code_of(each.attribute("role")) != "mnemonic") {
            name = squeeze_space(each.all_text());
        }
    });
    return name.empty() ? concept_element.text_at("name") : name;
}

/// A party: its name, what it is called without one, its code.
std::string party_of(const XmlElement& meta, std::string_view path) {
    const XmlElement* party = meta.at(path);
    if (party == nullptr) {
        return "";
    }
    std::string name = name_of_concept(*party);
    name = name.empty() ? std::string(party->attribute("literal")) : name;
    return name.empty() ? std::string(code_of(party->attribute("qcode"))) : name;
}

/// Editors' accounts (`lee.ann`, `staff@example.org`) are no names to print.
bool is_account(std::string_view name) {
    return name.find('@') != std::string_view::npos ||
           (name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos);
}

void read_g2_authors(const XmlElement& meta, Article& stated) {
    meta.each("by", [&stated](const XmlElement& by) {
        if (std::string line = squeeze_space(by.all_text()); !line.empty()) {
            stated.authors.push_back(std::move(line));
        }
    });
    if (!stated.authors.empty()) {
        return;
    }
    meta.each("creator", [&stated](const XmlElement& creator) {
        if (std::string name = name_of_concept(creator); !name.empty() && !is_account(name)) {
            stated.authors.push_back(std::move(name));
        }
    });
}

/// The main headline has the lowest rank and no role of a second one; a second one is the standfirst.
void read_headlines(const XmlElement& meta, Article& stated) {
    meta.each("headline", [&stated](const XmlElement& headline) {
        const std::string role = lower_ascii(headline.attribute("role"));
        const bool second = role.find("sub") != std::string::npos;
        std::string text = squeeze_space(headline.all_text());
        if (second && stated.lead.empty()) {
            stated.lead = std::move(text);
        } else if (!second && (stated.title.empty() || headline.attribute("rank") == "1")) {
            stated.title = std::move(text);
        }
    });
    if (stated.title.empty()) {
        stated.title = meta.text_at("slugline");
    }
}

/// Captions of a picture, summaries of a text.
void read_descriptions(const XmlElement& meta, bool is_text, Article& stated) {
    std::string summary;
    meta.each("description", [&](const XmlElement& description) {
        const bool caption = code_of(description.attribute("role")) == "caption";
        std::string text = squeeze_space(description.all_text());
        if (caption && !is_text && !text.empty()) {
            stated.captions.push_back({std::move(text), meta.text_at("creditline")});
        } else if (!caption && summary.empty()) {
            summary = std::move(text);
        }
    });
    if (!summary.empty()) {
        stated.lead = std::move(summary);
    }
}

bool names_a_section(const XmlElement& subject) {
    const std::string_view qcode = subject.attribute("qcode");
    const std::string_view scheme = qcode.substr(0, std::min(qcode.find(':'), qcode.size()));
    const std::string_view type = code_of(subject.attribute("type"));
    constexpr auto kinds = std::to_array<std::string_view>({"category", "cat", "department", "desk", "section"});
    return std::ranges::any_of(kinds, [&](std::string_view kind) {
        return type == kind || (qcode.size() > scheme.size() && scheme.ends_with(kind));
    });
}

/// A category by its name; else the name of a top subject of IPTC's; else the subject that such a code lies under.
std::string g2_section(const XmlElement& meta) {
    std::string category;
    std::string top;
    std::string_view under;
    meta.each("subject", [&](const XmlElement& subject) {
        const std::string_view qcode = subject.attribute("qcode");
        const std::string_view code = code_of(qcode);
        const bool of_iptc = qcode.starts_with("subj:") || qcode.starts_with("medtop:");
        const std::string name = name_of_concept(subject);
        if (category.empty() && names_a_section(subject)) {
            category = name.empty() ? std::string(subject.attribute("literal")) : name;
        }
        if (top.empty() && of_iptc && code.ends_with("000000")) {
            top = name.empty() ? std::string(iptc_section(code)) : name;
        }
        if (under.empty() && qcode.starts_with("subj:")) {
            under = iptc_section(code);
        }
    });
    return !category.empty() ? category : !top.empty() ? top : std::string(under);
}

/// Of a text the day it was written, which may be long before it was entered; of a picture the day it was sent, for
/// it may show the past.
void read_g2_dates(const XmlElement& item, bool is_text, RawArticle& raw) {
    using Path = std::string_view;
    constexpr std::array<Path, 3> of_text{"contentMeta/contentCreated", "itemMeta/firstCreated",
                                          "itemMeta/versionCreated"};
    constexpr std::array<Path, 3> of_picture{"itemMeta/firstCreated", "itemMeta/versionCreated",
                                             "contentMeta/contentCreated"};
    for (const Path path : is_text ? of_text : of_picture) {
        if (std::string date = item.text_at(path); !date.empty()) {
            raw.date_texts.emplace_back("newsml:" + std::string(path.substr(path.find('/') + 1)), std::move(date));
        }
    }
    add_embargo("newsml:embargoed", item.text_at("itemMeta/embargoed"), raw);
}

void take_nitf(const XmlElement& nitf, RawArticle& raw) {
    RawArticle inner = nitf_article(nitf);
    Article& stated = raw.stated;
    stated.body = std::move(inner.stated.body);
    stated.captions = std::move(inner.stated.captions);
    if (stated.title.empty()) {
        stated.title = std::move(inner.stated.title);
    }
    if (stated.lead.empty()) {
        stated.lead = std::move(inner.stated.lead);
    }
    if (stated.authors.empty()) {
        stated.authors = std::move(inner.stated.authors);
    }
    raw.date_texts.insert(raw.date_texts.end(), inner.date_texts.begin(), inner.date_texts.end());
}

bool holds_html(std::string_view text, std::string_view type) {
    return trim(text).starts_with('<') || type.find("html") != std::string_view::npos;
}

/// One rendition of the content. Those that are no text (SportsML, coded bytes) leave the article as it is.
void take_content(const XmlElement& content, RawArticle& raw) {
    if (content.name == "inlineData") {
        std::string text = content.all_text();
        if (!content.attribute("encoding").empty()) {
            return;
        }
        if (holds_html(text, content.attribute("contenttype"))) {
            raw.html_body = std::move(text);
        } else {
            raw.stated.body = typed_paragraphs(text);
        }
    } else if (content.name == "inlineXML") {
        constexpr auto of_html = std::to_array<std::string_view>({"html", "body", "article", "section", "div", "p"});
        if (const XmlElement* nitf = content.child("nitf")) {
            take_nitf(*nitf, raw);
        } else if (std::ranges::any_of(of_html,
                                       [&](std::string_view name) { return content.child(name) != nullptr; })) {
            XmlText text = text_of_blocks(content);
            raw.stated.body = std::move(text.body);
            raw.stated.captions.insert(raw.stated.captions.end(), text.captions.begin(), text.captions.end());
        }
    }
}

/// The same content may be there several times, as XML and as plain text: the first that has text is taken, XML before
/// data.
void read_content(const XmlElement& item, RawArticle& raw) {
    const XmlElement* set = item.child("contentSet");
    for (const std::string_view kind : {"inlineXML", "inlineData"}) {
        if (set != nullptr) {
            set->each(kind, [&raw](const XmlElement& content) {
                if (raw.stated.body.empty() && raw.html_body.empty()) {
                    take_content(content, raw);
                }
            });
        }
    }
}

/// Copy repeats its headline and its standfirst at its beginning.
void drop_repeated_beginning(Article& stated) {
    for (const std::string* known : {&stated.title, &stated.lead}) {
        if (!known->empty() && stated.body.starts_with(*known + "\n\n")) {
            stated.body.erase(0, known->size() + 2);
        }
    }
}

}  // namespace

RawArticle newsml_g2_article(const XmlElement& item) {
    static const XmlElement nothing;
    const XmlElement* item_meta = item.child("itemMeta");
    const XmlElement* content_meta = item.child("contentMeta");
    const XmlElement& about = item_meta == nullptr ? nothing : *item_meta;
    const XmlElement& meta = content_meta == nullptr ? nothing : *content_meta;
    RawArticle raw;
    Article& stated = raw.stated;
    stated.id = trim(item.attribute("guid"));
    raw.stated.version = version_number(trim(item.attribute("version")));
    if (is_web_address(stated.id)) {
        stated.url = stated.id;
    }
    const std::string_view kind = code_of(about.attribute_at("itemClass", "qcode"));
    const bool is_text = kind.empty() || kind == "text" || kind == "composite";
    read_headlines(meta, stated);
    read_descriptions(meta, is_text, stated);
    if (stated.title.empty()) {
        stated.title = about.text_at("title");
    }
    read_g2_authors(meta, stated);
    stated.source = party_of(about, "provider");
    if (stated.source.empty()) {
        stated.source = party_of(item, "rightsInfo/copyrightHolder");
    }
    if (std::string credit = meta.text_at("creditline"); !credit.empty() && is_text) {
        stated.agencies.push_back(std::move(credit));
    }
    stated.section = g2_section(meta);
    stated.language = meta.attribute_at("language", "tag");
    if (stated.language.empty()) {
        stated.language = item.attribute("lang");
    }
    read_g2_dates(item, is_text, raw);
    read_content(item, raw);
    drop_repeated_beginning(stated);
    if (raw.html_body.empty()) {
        add_dateline(meta.text_at("dateline"), stated.body);
    }
    if (item.name != "newsItem") {
        raw.not_article = "a " + item.name + " has no text of its own";
    } else {
        raw.not_article = why_withdrawn(about.attribute_at("pubStatus", "qcode"), stated.id);
    }
    return raw;
}

}  // namespace dateline
