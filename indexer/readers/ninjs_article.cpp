#include "indexer/readers/ninjs_article.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/readers/iptc_subjects.h"
#include "indexer/readers/json_values.h"
#include "indexer/readers/publication_status.h"

namespace dateline {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

/// Names are compared in lower case: 3.x writes `versionCreated` for what was `versioncreated`.
constexpr auto telling = std::to_array<std::string_view>(
    {"versioncreated",     "firstcreated",    "contentcreated",  "pubstatus",        "body_text",        "body_html",
     "body_xhtml",         "bodies",          "headlines",       "description_text", "description_html", "descriptions",
     "representationtype", "copyrightholder", "copyrightnotice", "usageterms",       "renditions",       "associations",
     "slugline",           "profile"});

bool has_member(object members, std::string_view name) {
    element ignored;
    return members.at_key_case_insensitive(name).get(ignored) == simdjson::SUCCESS;
}

std::string first_member_text(object members, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (std::string text = text_of_member(members, name); !is_blank(text)) {
            return text;
        }
    }
    return "";
}

/// Calls `visit` for each object of a list, of the values of an object (1.x), or for a single one.
template <typename Visit>
void each_object(object members, std::string_view name, Visit visit) {
    element value;
    if (members.at_key_case_insensitive(name).get(value) != simdjson::SUCCESS) {
        return;
    }
    if (value.is_array()) {
        for (const element item : array(value)) {
            if (item.is_object()) {
                visit(object(item));
            }
        }
    } else if (value.is_object()) {
        for (const auto field : object(value)) {
            if (field.value.is_object()) {
                visit(object(field.value));
            }
        }
    }
}

/// Of several texts with roles the one called main, else the first. `headline` stands beside `headlines`, and so on.
std::string by_role(object item, std::string_view list, std::string_view single, std::string_view main_role) {
    std::string first;
    std::string main;
    each_object(item, list, [&](object text) {
        std::string value = text_of_member(text, "value");
        if (!is_blank(value) && main.empty() && lower_ascii(text_of_member(text, "role")) == main_role) {
            main = value;
        }
        if (first.empty() && !is_blank(value)) {
            first = std::move(value);
        }
    });
    return !main.empty() ? main : !first.empty() ? first : text_of_member(item, single);
}

bool looks_like_html(std::string_view text) { return trim(text).starts_with('<'); }

/// `bodies` has the text in several forms: HTML has the paragraphs, so it comes before plain text. XML of an agency's
/// own is not read.
void read_bodies(object item, RawArticle& raw) {
    each_object(item, "bodies", [&raw](object body) {
        const std::string type = lower_ascii(text_of_member(body, "contenttype"));
        std::string text = text_of_member(body, "value");
        const bool html = type.find("html") != std::string::npos;
        if (is_blank(text) || (!html && type.find("xml") != std::string::npos)) {
            return;
        }
        if (html || looks_like_html(text)) {
            raw.html_body = raw.html_body.empty() ? std::move(text) : raw.html_body;
        } else {
            raw.stated.body = raw.stated.body.empty() ? std::move(text) : raw.stated.body;
        }
    });
}

/// `body_text`, `body_html`, `body_xhtml` and any other `body_...`.
void read_body_members(object item, RawArticle& raw) {
    for (const auto field : item) {
        const std::string name = lower_ascii(field.key);
        std::string text = name.starts_with("body_") ? text_of(field.value) : "";
        if (is_blank(text)) {
            continue;
        }
        if (name.find("html") != std::string::npos) {
            raw.html_body = raw.html_body.empty() ? std::move(text) : raw.html_body;
        } else if (raw.stated.body.empty() || name == "body_text") {
            raw.stated.body = std::move(text);
        }
    }
}

void read_ninjs_body(object item, RawArticle& raw) {
    read_bodies(item, raw);
    read_body_members(item, raw);
    if (!raw.html_body.empty()) {
        raw.stated.body.clear();
    }
}

void read_ninjs_authors(object item, Article& stated) {
    if (std::string line = first_member_text(item, {"byline", "by"}); !line.empty()) {
        stated.authors.push_back(std::move(line));
        return;
    }
    for (const std::string_view list : {"bylines", "authors"}) {
        element value;
        if (stated.authors.empty() && item.at_key_case_insensitive(list).get(value) == simdjson::SUCCESS) {
            stated.authors = texts_of(value);
        }
    }
}

/// The last part of an address or of a code: `http://cv.iptc.org/newscodes/subjectcode/15000000`.
std::string_view last_part(std::string_view code) { return code.substr(code.find_last_of("/:") + 1); }

std::string ninjs_section(object item) {
    std::string first;
    std::string top;
    const auto read = [&](object subject) {
        const std::string name = text_of_member(subject, "name");
        const std::string code = first_member_text(subject, {"code", "literal", "uri"});
        const std::string_view section = iptc_section(last_part(code));
        if (top.empty() && !section.empty() && last_part(code).ends_with("000000")) {
            top = is_blank(name) ? std::string(section) : name;
        }
        if (first.empty()) {
            first = is_blank(name) ? std::string(section) : name;
        }
    };
    each_object(item, "subject", read);
    each_object(item, "subjects", read);
    return top.empty() ? first : top;
}

bool is_picture(std::string_view type) {
    constexpr auto kinds = std::to_array<std::string_view>({"picture", "graphic", "video", "audio", "photo", "image"});
    return std::ranges::find(kinds, type) != kinds.end();
}

Caption caption_of_picture(object picture) {
    std::string text = by_role(picture, "descriptions", "description_text", "caption");
    if (is_blank(text)) {
        text = by_role(picture, "headlines", "headline", "main");
    }
    return {std::move(text), first_member_text(picture, {"byline", "by", "creditline", "copyrightholder"})};
}

void read_captions(object item, Article& stated) {
    each_object(item, "associations", [&stated](object association) {
        if (is_picture(lower_ascii(text_of_member(association, "type")))) {
            if (Caption caption = caption_of_picture(association); !is_blank(caption.text)) {
                stated.captions.push_back(std::move(caption));
            }
        }
    });
}

/// As of NewsML-G2: of a text the day it was written, of a picture the day it was sent.
void read_ninjs_dates(object item, bool picture, RawArticle& raw) {
    using Names = std::array<std::string_view, 3>;
    constexpr Names of_text{"contentcreated", "firstcreated", "versioncreated"};
    constexpr Names of_picture{"firstcreated", "versioncreated", "contentcreated"};
    for (const std::string_view name : picture ? of_picture : of_text) {
        if (std::string date = text_of_member(item, name); !is_blank(date)) {
            raw.date_texts.emplace_back("ninjs:" + std::string(name), std::move(date));
        }
    }
    add_embargo("ninjs:embargoed", first_member_text(item, {"embargoed", "embargoeduntil"}), raw);
}

}  // namespace

bool is_ninjs(element value) {
    if (!value.is_object()) {
        return false;
    }
    const object item(value);
    element ignored;
    const bool has_id = item["uri"].get(ignored) == simdjson::SUCCESS || item["guid"].get(ignored) == simdjson::SUCCESS;
    return has_id &&
           std::ranges::count_if(telling, [&item](std::string_view name) { return has_member(item, name); }) >= 2;
}

RawArticle ninjs_article(object item) {
    RawArticle raw;
    Article& stated = raw.stated;
    const bool picture = is_picture(lower_ascii(text_of_member(item, "type")));
    stated.id = first_member_text(item, {"uri", "guid"});
    raw.stated.version = version_number(text_of_member(item, "version"));
    if (is_web_address(stated.id)) {
        stated.url = stated.id;
    }
    stated.title = by_role(item, "headlines", "headline", "main");
    stated.title = is_blank(stated.title) ? first_member_text(item, {"title", "slugline"}) : stated.title;
    read_ninjs_body(item, raw);
    read_captions(item, stated);
    if (Caption caption = picture ? caption_of_picture(item) : Caption{}; !is_blank(caption.text)) {
        stated.captions.push_back(std::move(caption));
    } else if (!picture) {
        stated.lead = by_role(item, "descriptions", "description_text", "summary");
        raw.html_lead = is_blank(stated.lead) ? text_of_member(item, "description_html") : "";
    }
    read_ninjs_authors(item, stated);
    stated.source = first_member_text(item, {"source", "copyrightholder"});
    stated.section = ninjs_section(item);
    stated.language = text_of_member(item, "language");
    read_ninjs_dates(item, picture, raw);
    raw.not_article = why_withdrawn(text_of_member(item, "pubstatus"), stated.id);
    return raw;
}

}  // namespace dateline
