#include "indexer/story/story.h"

#include <algorithm>
#include <utility>

#include "common/dates/written_date.h"
#include "common/text/language.h"
#include "common/text/utf8.h"
#include "indexer/html/html_page.h"
#include "indexer/html/plain_text.h"
#include "indexer/story/content_id.h"
#include "indexer/story/copied_text.h"
#include "indexer/story/published.h"
#include "indexer/story/web_address.h"
#include "indexer/wording/agencies.h"
#include "indexer/wording/byline.h"
#include "indexer/wording/paragraphs.h"

namespace dateline {

namespace {

template <typename Value>
void fill(Value& stated, Value&& found) {
    if (stated.empty()) {
        stated = std::forward<Value>(found);
    }
}

void add_unknown(std::vector<std::string>& names, std::vector<std::string> more) {
    for (std::string& name : more) {
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(std::move(name));
        }
    }
}

void fill_from_page(Article& article, CopiedPage page) {
    fill(article.url, std::move(page.url));
    fill(article.title, std::move(page.title));
    fill(article.lead, std::move(page.lead));
    fill(article.body, std::move(page.body));
    fill(article.captions, std::move(page.captions));
    fill(article.authors, std::move(page.authors));
    fill(article.agencies, std::move(page.agencies));
    fill(article.source, std::move(page.source));
    fill(article.section, std::move(page.section));
    if (!article.published) {
        article.published = std::move(page.published);
    }
}

/// Returns why the page is no article, as HtmlPage has it. `authors` are names already taken apart.
std::string fill_from_html(Article& article, std::string html, std::vector<std::string>& authors) {
    HtmlPage page = read_html_page(std::move(html), article.url);
    article.url = page.url.empty() ? article.url : std::move(page.url);
    fill(article.title, std::move(page.title));
    fill(article.lead, std::move(page.lead));
    fill(article.body, std::move(page.body));
    fill(article.captions, std::move(page.captions));
    authors = std::move(page.authors);
    fill(article.source, std::move(page.source));
    fill(article.section, std::move(page.section));
    fill(article.language, std::move(page.language));
    if (!article.published) {
        article.published = std::move(page.published);
    }
    return std::move(page.not_article);
}

/// The headline of a newsletter stands in its subject and once more in its text.
void drop_repeated_title(std::string& body, std::string_view title) {
    const std::size_t end = body.find("\n\n");
    if (end != std::string::npos && !title.empty() && std::string_view(body).substr(0, end) == squeeze_space(title)) {
        body.erase(0, end + 2);
    }
}

/// Parts that may hold markup, as feeds have them.
void fill_from_parts(Article& article, RawArticle& raw) {
    fill(article.title, plain_text(raw.html_title));
    fill(article.lead, plain_text(raw.html_lead));
    if (!raw.html_body.empty()) {
        HtmlFragment fragment = read_html_fragment(std::move(raw.html_body));
        drop_repeated_title(fragment.body, article.title);
        fill(article.body, std::move(fragment.body));
        fill(article.captions, std::move(fragment.captions));
    }
}

/// Bylines as the format gives them become names; agencies among them are agencies.
void split_authors(Article& article) {
    std::vector<std::string> authors;
    for (const std::string& line : std::exchange(article.authors, {})) {
        Byline byline = split_byline(squeeze_space(line));
        add_unknown(authors, std::move(byline.authors));
        add_unknown(article.agencies, std::move(byline.agencies));
    }
    article.authors = std::move(authors);
}

/// Names known to be such; agencies among them are agencies.
void tell_agencies_apart(Article& article, std::vector<std::string> names) {
    for (std::string& name : names) {
        add_unknown(is_agency(name) ? article.agencies : article.authors, {std::move(name)});
    }
}

void tidy_captions(std::vector<Caption>& captions) {
    for (Caption& caption : captions) {
        caption.text = squeeze_space(caption.text);
        caption.credit = squeeze_space(caption.credit);
    }
}

void tidy(Article& article) {
    for (std::string* text : {&article.id, &article.url, &article.title, &article.source, &article.section}) {
        *text = squeeze_space(*text);
    }
    article.lead = squeeze_space(article.lead);
    article.body = tidy_paragraphs(article.body);
    tidy_captions(article.captions);
    split_authors(article);
}

/// Some sources repeat the first paragraph as summary: no lead stands apart then.
void drop_repeated_lead(Article& article) {
    std::string_view lead = article.lead;
    while (lead.ends_with('.') || lead.ends_with("…")) {
        lead.remove_suffix(lead.ends_with('.') ? 1 : 3);
    }
    if (!lead.empty() && article.body.starts_with(trim(lead))) {
        article.lead.clear();
    }
}

/// The paper's own prefix to a headline, "FT 14 MAY 91 / Jubilee of a jet": a date, then a slash.
void take_prefix_from_title(Article& article) {
    constexpr std::string_view slash = " / ";
    constexpr std::size_t longest_prefix = 30;
    const std::size_t at = article.title.find(slash);
    if (at > longest_prefix || at == std::string::npos) {
        return;
    }
    const auto date = find_written_date(std::string_view(article.title).substr(0, at));
    if (!date || date->end != at) {
        return;
    }
    article.title.erase(0, at + slash.size());
    if (!article.published) {
        article.published = Published{date->date, "text:title"};
    }
}

/// `en-US`, `EN`, `eng` and "English" are all that is stated; only what begins with an ISO 639-1 code is of use.
std::string language_code(std::string_view stated) {
    const std::string_view code = stated.substr(0, stated.find_first_of("-_"));
    if (code.size() != 2) {
        return "";
    }
    std::string lower;
    for (const char c : code) {
        const char letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (letter < 'a' || letter > 'z') {
            return "";
        }
        lower.push_back(letter);
    }
    return lower;
}

std::string detected_language(const Article& article) {
    constexpr std::size_t enough_body = 100;
    return article.body.size() >= enough_body
               ? detect_language(article.body)
               : detect_language(article.title + "\n" + article.lead + "\n" + article.body);
}

std::string id_of(const Article& article) {
    return !article.id.empty() ? article.id : !article.url.empty() ? article.url : content_id(article);
}

}  // namespace

Story tell_whole_story(RawArticle raw) {
    Story story;
    Article& article = story.article;
    article = std::move(raw.stated);
    story.not_article = std::move(raw.not_article);
    const bool is_page = raw.html.has_value();
    const std::string found_at = is_page ? tidy_address(article.url) : std::string();
    std::vector<std::string> authors;
    if (is_page) {
        story.not_article = fill_from_html(article, std::move(*raw.html), authors);
    }
    fill_from_parts(article, raw);
    tidy(article);
    if (article.authors.empty()) {
        tell_agencies_apart(article, std::move(authors));
    }
    if (auto published = published_of(raw.date_texts, raw.warnings)) {
        article.published = std::move(published);
    }
    if (raw.copied_text) {
        fill_from_page(article, read_copied_page(*raw.copied_text));
    }
    take_prefix_from_title(article);
    drop_repeated_lead(article);
    add_unknown(article.agencies, dateline_agencies(article.body));
    article.language = language_code(article.language);
    article.url = tidy_address(article.url);
    if (!found_at.empty() && found_at != article.url) {
        article.urls.push_back(found_at);
    }
    article.id = article.id.empty() && is_page ? joint_address(article.url) : article.id;
    article.id = id_of(article);
    story.warnings = std::move(raw.warnings);
    return story;
}

void fill_language(Article& article) {
    if (article.language.empty()) {
        article.language = detected_language(article);
    }
}

Article tell_story(RawArticle raw) { return std::move(tell_whole_story(std::move(raw)).article); }

}  // namespace dateline
