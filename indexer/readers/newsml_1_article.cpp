#include "indexer/readers/newsml_1_article.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/readers/iptc_subjects.h"
#include "indexer/readers/nitf_article.h"
#include "indexer/readers/publication_status.h"
#include "indexer/readers/xml_text.h"

namespace dateline {

namespace {

void set_if_empty(std::string& value, std::string found) {
    if (value.empty()) {
        value = std::move(found);
    }
}

std::string formal_name(const XmlElement& element, std::string_view path) {
    return std::string(element.attribute_at(path, "FormalName"));
}

/// All versions of an item have this in common; `PublicIdentifier` names one version.
std::string id_of_news_item(const XmlElement& item) {
    const XmlElement* identifier = item.at("Identification/NewsIdentifier");
    if (identifier == nullptr) {
        return "";
    }
    const std::string provider = identifier->text_at("ProviderId");
    const std::string number = identifier->text_at("NewsItemId");
    return number.empty() ? identifier->text_at("PublicIdentifier")
                          : "urn:newsml:" + provider + ":" + identifier->text_at("DateId") + ":" + number;
}

/// Reads one item; lives as long as that.
class ItemReading {
public:
    explicit ItemReading(RawArticle& raw) : raw_(raw), stated_(raw.stated) {}

    void component(const XmlElement& component, bool is_caption) {
        const std::string role = lower_ascii(formal_name(component, "Role"));
        is_caption = is_caption || role.find("caption") != std::string::npos;
        if (const XmlElement* lines = component.child("NewsLines"); lines != nullptr && !is_caption) {
            news_lines(*lines);
        }
        metadata(component);
        const bool renditions = component.attribute("Equivalents") == "yes";
        const std::size_t before = stated_.body.size();
        for (const XmlElement& child : component.children) {
            if (renditions && stated_.body.size() > before) {
                break;
            }
            if (child.name == "ContentItem") {
                content(child, is_caption);
            } else if (child.name == "NewsComponent" || child.name == "NewsItem") {
                this->component(child, is_caption);
            }
        }
    }

    /// Dates of documents inside the item stand behind its own.
    void finish() {
        add_dateline(dateline_, stated_.body);
        raw_.date_texts.insert(raw_.date_texts.end(), inner_dates_.begin(), inner_dates_.end());
    }

private:
    void news_lines(const XmlElement& lines) {
        const bool main = stated_.title.empty();
        set_if_empty(stated_.title, lines.text_at("HeadLine"));
        if (!main) {
            return;
        }
        set_if_empty(stated_.lead, lines.text_at("SubHeadLine"));
        set_if_empty(slug_, lines.text_at("SlugLine"));
        set_if_empty(stated_.title, slug_);
        set_if_empty(dateline_, lines.text_at("DateLine"));
        if (std::string by = lines.text_at("ByLine"); !by.empty()) {
            stated_.authors.push_back(std::move(by));
        }
        if (std::string credit = lines.text_at("CreditLine"); !credit.empty()) {
            stated_.agencies.push_back(std::move(credit));
        }
    }

    void metadata(const XmlElement& component) {
        set_if_empty(stated_.source, formal_name(component, "AdministrativeMetadata/Provider/Party"));
        set_if_empty(stated_.source, formal_name(component, "AdministrativeMetadata/Source/Party"));
        set_if_empty(stated_.language, formal_name(component, "DescriptiveMetadata/Language"));
        for (const std::string_view kind : {"Subject", "SubjectMatter", "SubjectDetail"}) {
            const std::string code = formal_name(component, "DescriptiveMetadata/SubjectCode/" + std::string(kind));
            set_if_empty(stated_.section, std::string(iptc_section(code)));
        }
    }

    void content(const XmlElement& item, bool is_caption) {
        const XmlElement* data = item.child("DataContent");
        const std::string media = lower_ascii(formal_name(item, "MediaType"));
        if (data == nullptr || (!media.empty() && media != "text" && media != "complexdata") ||
            !item.attribute("Encoding").empty() || data->child("Encoding") != nullptr) {
            return;
        }
        const XmlElement* nitf = data->child("nitf");
        RawArticle inner;
        if (nitf != nullptr) {
            inner = nitf_article(*nitf);
        } else {
            XmlText text = text_of_blocks(*data);
            inner.stated.body = std::move(text.body);
            inner.stated.captions = std::move(text.captions);
        }
        if (is_caption) {
            stated_.captions.push_back({squeeze_space(inner.stated.body), ""});
            return;
        }
        if (!inner.stated.body.empty()) {
            stated_.body += (stated_.body.empty() ? "" : "\n\n") + inner.stated.body;
        }
        stated_.captions.insert(stated_.captions.end(), inner.stated.captions.begin(), inner.stated.captions.end());
        set_if_empty(stated_.title, std::move(inner.stated.title));
        set_if_empty(stated_.lead, std::move(inner.stated.lead));
        set_if_empty(stated_.section, std::move(inner.stated.section));
        if (stated_.authors.empty()) {
            stated_.authors = std::move(inner.stated.authors);
        }
        inner_dates_.insert(inner_dates_.end(), inner.date_texts.begin(), inner.date_texts.end());
    }

    RawArticle& raw_;
    Article& stated_;
    std::string slug_;
    std::string dateline_;
    std::vector<std::pair<std::string, std::string>> inner_dates_;
};

}  // namespace

RawArticle newsml_1_article(const XmlElement& item) {
    RawArticle raw;
    raw.stated.id = id_of_news_item(item);
    raw.stated.version = version_number(item.text_at("Identification/NewsIdentifier/RevisionId"));
    for (const std::string_view name : {"FirstCreated", "ThisRevisionCreated"}) {
        if (std::string date = item.text_at("NewsManagement/" + std::string(name)); !date.empty()) {
            raw.date_texts.emplace_back("newsml:" + std::string(name), std::move(date));
        }
    }
    ItemReading reading(raw);
    item.each("NewsComponent", [&reading](const XmlElement& component) { reading.component(component, false); });
    reading.finish();
    if (raw.stated.title.empty()) {
        raw.stated.title = item.text_at("Identification/NameLabel");
    }
    if (raw.stated.source.empty()) {
        raw.stated.source = item.text_at("Identification/NewsIdentifier/ProviderId");
    }
    raw.not_article = why_withdrawn(item.attribute_at("NewsManagement/Status", "FormalName"), raw.stated.id);
    return raw;
}

}  // namespace dateline
