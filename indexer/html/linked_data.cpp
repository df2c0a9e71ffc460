#include "indexer/html/linked_data.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "common/text/utf8.h"
#include "indexer/html/plain_text.h"
#include "indexer/html/word_overlap.h"

namespace dateline {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest_value = 8;

/// What the object is; the first that is known where it has several types.
std::string type_in(object fields, std::span<const std::string_view> known) {
    element type;
    if (fields.at_key("@type").get(type) != simdjson::SUCCESS) {
        return "";
    }
    const auto matches = [known](element value) {
        std::string_view name;
        return value.get(name) == simdjson::SUCCESS && std::ranges::find(known, name) != known.end() ? std::string(name)
                                                                                                     : std::string();
    };
    if (!type.is_array()) {
        return matches(type);
    }
    for (const element each : array(type)) {
        if (std::string name = matches(each); !name.empty()) {
            return name;
        }
    }
    return "";
}

constexpr std::array<std::string_view, 18> article_types{"NewsArticle",
                                                         "Article",
                                                         "BlogPosting",
                                                         "ReportageNewsArticle",
                                                         "AnalysisNewsArticle",
                                                         "OpinionNewsArticle",
                                                         "BackgroundNewsArticle",
                                                         "ReviewNewsArticle",
                                                         "AskPublicNewsArticle",
                                                         "LiveBlogPosting",
                                                         "Report",
                                                         "TechArticle",
                                                         "ScholarlyArticle",
                                                         "MedicalScholarlyArticle",
                                                         "SatiricalArticle",
                                                         "AdvertiserContentArticle",
                                                         "SocialMediaPosting",
                                                         "Review"};

constexpr std::array<std::string_view, 9> other_types{"CollectionPage", "SearchResultsPage", "ItemList",
                                                      "Product",        "ProfilePage",       "ContactPage",
                                                      "AboutPage",      "FAQPage",           "VideoObject"};

constexpr std::array<std::string_view, 2> comment_types{"Comment", "UserComments"};

std::string text_at(object fields, std::string_view key) {
    element value;
    if (fields.at_key(key).get(value) != simdjson::SUCCESS) {
        return "";
    }
    if (value.is_array()) {
        const array items(value);
        if (items.begin() == items.end()) {
            return "";
        }
        value = *items.begin();
    }
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) {
        return std::string(text);
    }
    if (value.is_object()) {
        for (const std::string_view name : {"name", "@value", "@id"}) {
            if (object(value).at_key(name).get(text) == simdjson::SUCCESS) {
                return std::string(text);
            }
        }
    }
    return "";
}

class Reader {
public:
    Reader(const Document& document, std::string_view title) : title_(title) {
        for (NodeId id = document.find(Tag::script); id < document.size(); id = document.find(Tag::script, id + 1)) {
            const std::string_view type = document.attribute(id, "type");
            if (type.find("ld+json") != std::string_view::npos && document[id].end > id + 1) {
                read(document[id + 1].text);
            }
        }
    }

    LinkedArticle take() {
        best_.states_other_kind = best_.type.empty() && other_kind_;
        if (best_.published.empty()) {
            best_.published = page_published_;
        }
        if (best_.modified.empty()) {
            best_.modified = page_modified_;
        }
        return std::move(best_);
    }

private:
    void read(std::string_view script) {
        std::string json(script);
        // Line feeds inside strings are common and never allowed; anywhere else they are blanks as well.
        std::ranges::replace_if(
            json, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        const std::size_t begin = json.find_first_of("{[");
        const std::size_t end = json.find_last_of("}]");
        if (begin == std::string::npos || end == std::string::npos || end < begin) {
            return;
        }
        json = json.substr(begin, end - begin + 1);
        element root;
        if (parser_.parse(json).get(root) == simdjson::SUCCESS) {
            names_.clear();
            collect_names(root, 0);
            visit(root, 0);
        }
    }

    /// Names by `@id`: an author may be a reference to a person elsewhere in the graph.
    void collect_names(element value, int depth) {
        if (depth > deepest_value) {
            return;
        }
        if (value.is_array()) {
            for (const element item : array(value)) {
                collect_names(item, depth + 1);
            }
        } else if (value.is_object()) {
            const object fields(value);
            std::string_view id;
            std::string_view name;
            if (fields.at_key("@id").get(id) == simdjson::SUCCESS &&
                fields.at_key("name").get(name) == simdjson::SUCCESS) {
                names_.emplace(id, name);
            }
            for (const auto field : fields) {
                collect_names(field.value, depth + 1);
            }
        }
    }

    void visit(element value, int depth) {
        if (depth > deepest_value) {
            return;
        }
        if (value.is_array()) {
            for (const element item : array(value)) {
                visit(item, depth + 1);
            }
            return;
        }
        if (!value.is_object()) {
            return;
        }
        const object fields(value);
        if (const std::string type = type_in(fields, article_types); !type.empty()) {
            offer(fields, type);
        } else if (depth <= 2 && type_in(fields, comment_types).empty()) {
            page_published_ = page_published_.empty() ? text_at(fields, "datePublished") : page_published_;
            page_modified_ = page_modified_.empty() ? text_at(fields, "dateModified") : page_modified_;
            other_kind_ = other_kind_ || (depth <= 1 && !type_in(fields, other_types).empty());
        }
        for (const std::string_view key : {"@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart"}) {
            element nested;
            if (fields.at_key(key).get(nested) == simdjson::SUCCESS) {
                visit(nested, depth + 1);
            }
        }
    }

    void offer(object fields, const std::string& type) {
        LinkedArticle article;
        article.type = type;
        article.headline = plain_text(text_at(fields, "headline"));
        if (article.headline.empty()) {
            article.headline = plain_text(text_at(fields, "name"));
        }
        article.description = plain_text(text_at(fields, "description"));
        article.body = text_at(fields, "articleBody");
        article.section = plain_text(text_at(fields, "articleSection"));
        article.publisher = plain_text(text_at(fields, "publisher"));
        article.language = text_at(fields, "inLanguage");
        article.url = text_at(fields, "url");
        article.published = text_at(fields, "datePublished");
        article.created = text_at(fields, "dateCreated");
        article.modified = text_at(fields, "dateModified");
        article.authors = names_at(fields, "author");
        if (article.authors.empty()) {
            article.authors = names_at(fields, "creator");
        }
        const double nearness = word_overlap(article.headline, title_) + (article.published.empty() ? 0.0 : 0.1) +
                                (type == "Review" ? 0.0 : 0.2);
        if (best_.type.empty() || nearness > nearness_) {
            merge(article);
            nearness_ = nearness;
        } else {
            fill_from(best_, article);
        }
    }

    void merge(LinkedArticle article) {
        std::swap(best_, article);
        fill_from(best_, article);
    }

    /// Two objects often tell of the one article; one has what the other lacks.
    static void fill_from(LinkedArticle& article, const LinkedArticle& other) {
        if (word_overlap(article.headline, other.headline) < 0.5) {
            return;
        }
        for (const auto member : {&LinkedArticle::description, &LinkedArticle::body, &LinkedArticle::section,
                                  &LinkedArticle::publisher, &LinkedArticle::language, &LinkedArticle::url,
                                  &LinkedArticle::published, &LinkedArticle::created, &LinkedArticle::modified}) {
            if ((article.*member).empty()) {
                article.*member = other.*member;
            }
        }
        if (article.authors.empty()) {
            article.authors = other.authors;
        }
    }

    std::vector<std::string> names_at(object fields, std::string_view key) const {
        std::vector<std::string> names;
        element value;
        if (fields.at_key(key).get(value) != simdjson::SUCCESS) {
            return names;
        }
        if (value.is_array()) {
            for (const element item : array(value)) {
                add_name(names, item);
            }
        } else {
            add_name(names, value);
        }
        return names;
    }

    void add_name(std::vector<std::string>& names, element value) const {
        std::string_view text;
        std::string name;
        if (value.get(text) == simdjson::SUCCESS) {
            name = text;
        } else if (value.is_object()) {
            element own;
            if (object(value).at_key("name").get(own) == simdjson::SUCCESS && own.is_array()) {
                for (const element each : array(own)) {
                    add_name(names, each);
                }
                return;
            }
            name = text_at(object(value), "name");
            if (name.empty() && object(value).at_key("@id").get(text) == simdjson::SUCCESS) {
                const auto found = names_.find(std::string(text));
                name = found == names_.end() ? "" : found->second;
            }
        }
        name = plain_text(name);
        if (!name.empty() && name.find("://") == std::string::npos && std::ranges::find(names, name) == names.end()) {
            names.push_back(std::move(name));
        }
    }

    std::string_view title_;
    simdjson::dom::parser parser_;
    std::map<std::string, std::string, std::less<>> names_;
    LinkedArticle best_;
    double nearness_ = -1;
    std::string page_published_;
    std::string page_modified_;
    bool other_kind_ = false;
};

}  // namespace

LinkedArticle linked_article(const Document& document, std::string_view title) {
    return Reader(document, title).take();
}

}  // namespace dateline
