#include "indexer/readers/sgml_article.h"

#include <array>
#include <initializer_list>
#include <string>
#include <utility>

#include "common/text/utf8.h"

namespace dateline {

namespace {

using Elements = std::vector<MarkupElement>;

/// Squeezed text of the first element found under one of the names; "" where there is none.
std::string first_text(const Elements& elements, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const MarkupElement* element = find_element(elements, name)) {
            if (std::string text = squeeze_space(text_of_markup(element->content)); !text.empty()) {
                return text;
            }
        }
    }
    return "";
}

void add_dates(const Elements& elements, std::initializer_list<std::string_view> names, RawArticle& raw) {
    for (const std::string_view name : names) {
        if (std::string text = first_text(elements, {name}); !text.empty()) {
            raw.date_texts.emplace_back("sgml:" + std::string(name), std::move(text));
        }
    }
}

/// Lines indented by this many blanks begin a paragraph in agency copy.
constexpr std::string_view indent = "    ";

/// Puts an empty line before each indented line and drops the blanks; other lines stay joined to the one before.
std::string part_at_indents(std::string_view text) {
    std::string parted;
    parted.reserve(text.size() + text.size() / 32);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        const bool starts_paragraph = line.starts_with(indent);
        const std::string_view words = trim(line);
        if (!words.empty()) {
            parted += parted.empty() ? "" : starts_paragraph ? "\n\n" : "\n";
            parted += words;
        }
        begin = end + 1;
    }
    return parted;
}

bool is_agency_sign(std::string_view line) {
    while (!line.empty() && (line.back() == '.' || line.back() == ' ' || line.back() == '\r')) {
        line.remove_suffix(1);
    }
    return same_name(trim(line), "reuter") || same_name(trim(line), "reuters");
}

/// Takes the closing line "Reuter"; true where it stood there.
bool take_signature(std::string& body) {
    std::string_view rest = trim(body);
    const std::size_t line = rest.rfind('\n') + 1;  // 0 where there is but one line
    const bool signed_copy = is_agency_sign(rest.substr(line));
    if (signed_copy) {
        rest = trim(rest.substr(0, line));
    }
    body = std::string(rest);
    return signed_copy;
}

/// "    By Janie Gabbett, Reuters" without the agency.
std::string author_line(std::string line) {
    const std::size_t comma = line.rfind(',');
    if (comma != std::string::npos && is_agency_sign(std::string_view(line).substr(comma + 1))) {
        line.resize(comma);
    }
    return line;
}

/// The dateline belongs to the first paragraph, as it was printed.
std::string with_dateline(std::string_view dateline, const std::string& body) {
    const std::string start = squeeze_space(dateline);
    return start.empty() || body.empty() ? body : start + " " + body;
}

/// Text of a <TEXT> without <BODY>: briefs are stars and a title, unprocessed copy is the text itself.
std::string bare_text(std::string_view content) {
    std::string text = text_of_markup(without_elements(content));
    const std::string squeezed = squeeze_space(text);
    const std::size_t first_word = squeezed.find_first_not_of("* ");
    const bool filler = first_word == std::string::npos || squeezed.substr(first_word) == "Blah blah blah.";
    return filler ? "" : text;
}

std::string reuters_body(const Elements& elements, const MarkupElement& text) {
    const MarkupElement* body = find_element(elements, "BODY");
    return part_at_indents(body != nullptr ? text_of_markup(body->content) : bare_text(text.content));
}

/// Unprocessed copy has no title element: its first line is the headline.
void take_first_line_as_title(Article& article) {
    const std::size_t end = article.body.find('\n');
    if (end == std::string::npos) {
        return;
    }
    article.title = article.body.substr(0, end);
    article.body = std::string(trim(std::string_view(article.body).substr(end)));
}

/// An article with an id of its own is one of the collection, even where its text is empty: it can be counted, shown
/// and filtered by date, and leaving it out would make the numbers differ.
bool is_article(const Article& article) {
    return !article.id.empty() || !article.title.empty() || !article.body.empty();
}

}  // namespace

std::optional<RawArticle> trec_article(std::string_view document) {
    const Elements elements = elements_of(document);
    RawArticle raw;
    Article& stated = raw.stated;
    stated.id = first_text(elements, {"DOCNO", "DOCID"});
    stated.title = first_text(elements, {"HEADLINE", "HEAD", "TITLE", "HL", "TI", "SLUG"});
    stated.lead = first_text(elements, {"LEAD", "STANDFIRST"});
    stated.url = first_text(elements, {"URL"});
    stated.source = first_text(elements, {"SOURCE", "SO", "PUB"});
    stated.section = first_text(elements, {"SECTION", "CATEGORY"});
    stated.language = first_text(elements, {"LANGUAGE", "LANG"});
    if (std::string byline = first_text(elements, {"BYLINE", "AUTHOR"}); !byline.empty()) {
        stated.authors.push_back(std::move(byline));
    }
    add_dates(elements, {"DATE_TIME", "DATE", "DATE1", "DD", "PUBDATE"}, raw);

    // The Wall Street Journal and the Financial Times keep the first paragraphs apart in LP.
    for (const MarkupElement& element : elements) {
        if (same_name(element.name, "TEXT") || same_name(element.name, "LP")) {
            stated.body += (stated.body.empty() ? "" : "\n\n") + text_of_markup(element.content);
        }
    }
    if (find_element(elements, "TEXT") == nullptr) {
        if (const MarkupElement* body = find_element(elements, "BODY")) {
            stated.body = text_of_markup(body->content);
        }
    }
    stated.body = std::string(trim(stated.body));
    return is_article(stated) ? std::optional(std::move(raw)) : std::nullopt;
}

std::optional<RawArticle> reuters_article(std::string_view document) {
    const Elements elements = elements_of(document);
    const MarkupElement* root = find_element(elements, "REUTERS");
    const MarkupElement* text = find_element(elements, "TEXT");
    if (root == nullptr || text == nullptr) {
        return std::nullopt;
    }
    RawArticle raw;
    Article& stated = raw.stated;
    if (const std::string_view number = attribute_of(*root, "NEWID"); !number.empty()) {
        stated.id = "reuters21578-" + std::string(number);
    }
    stated.source = "Reuters";
    stated.title = first_text(elements, {"TITLE"});
    stated.body = reuters_body(elements, *text);
    if (take_signature(stated.body)) {
        stated.agencies.push_back("Reuters");
    }
    if (stated.title.empty()) {
        take_first_line_as_title(stated);
    }
    if (const MarkupElement* dateline = find_element(elements, "DATELINE")) {
        stated.body = with_dateline(text_of_markup(dateline->content), stated.body);
    }
    if (std::string author = author_line(first_text(elements, {"AUTHOR"})); !author.empty()) {
        stated.authors.push_back(std::move(author));
    }
    if (const MarkupElement* topics = find_element(elements, "TOPICS")) {
        stated.section = first_text(elements_of(topics->content), {"D"});
    }
    add_dates(elements, {"DATE"}, raw);
    return is_article(stated) ? std::optional(std::move(raw)) : std::nullopt;
}

}  // namespace dateline
