#include "indexer/html/html_page.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/html/block_filter.h"
#include "indexer/html/blocks.h"
#include "indexer/html/document.h"
#include "indexer/html/element_names.h"
#include "indexer/html/linked_data.h"
#include "indexer/html/main_text.h"
#include "indexer/html/page_authors.h"
#include "indexer/html/page_date.h"
#include "indexer/html/page_head.h"
#include "indexer/html/page_kind.h"
#include "indexer/html/page_title.h"
#include "indexer/html/plain_text.h"
#include "indexer/html/script_text.h"
#include "indexer/html/stated_text.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/notices.h"
#include "indexer/wording/paragraphs.h"

namespace dateline {

namespace {

std::string url_of(const PageHead& head, const LinkedArticle& linked, std::string_view found_at) {
    for (const std::string_view url : {std::string_view(head.canonical), head.meta({"og:url"}), found_at,
                                       std::string_view(linked.url), head.meta({"twitter:url"})}) {
        if (is_web_address(url)) {
            return std::string(url);
        }
    }
    return "";
}

std::string joined(const std::vector<std::string>& paragraphs) {
    std::string text;
    for (const std::string& paragraph : paragraphs) {
        text += (text.empty() ? "" : "\n\n") + paragraph;
    }
    return text;
}

/// Where the page shows no text, or its beginning alone, and its scripts have all of it.
void complete_from_scripts(MainText& text, const Document& document) {
    constexpr std::size_t complete = 1500;  ///< columns
    constexpr std::size_t no_text = 140;
    constexpr double same_text = 0.5;
    if (text.prose >= complete) {
        return;
    }
    std::vector<std::string> paragraphs = paragraphs_in_scripts(document);
    const std::string shown = joined(text.paragraphs);
    const std::string whole = joined(paragraphs);
    const std::size_t width = width_of(whole);
    if (width < 2 * width_of(shown) || (text.prose >= no_text && StatedText(whole).share_of(shown) < same_text)) {
        return;
    }
    text.paragraphs = std::move(paragraphs);
    text.prose = width;
}

std::string source_of(const PageHead& head, const LinkedArticle& linked) {
    const std::string site = plain_text(head.meta({"og:site_name"}));
    return !site.empty()               ? site
           : !linked.publisher.empty() ? linked.publisher
                                       : plain_text(head.meta({"application-name"}));
}

}  // namespace

HtmlPage read_html_page(std::string html, std::string_view url) {
    const Document document(std::move(html));
    const PageNames names(document);
    const std::vector<Block> blocks = blocks_of(document);
    const PageHead head = read_head(document);
    const LinkedArticle linked = linked_article(document, without_site(head.title, ""));
    const PageTitle title = find_title(document, head, linked);
    const std::string summary =
        linked.description.empty() ? plain_text(head.meta({"description", "og:description"})) : linked.description;
    MainText text = find_main_text(document, names, blocks, title, summary, linked.body);
    complete_from_scripts(text, document);
    HtmlPage page;
    page.url = url_of(head, linked, url);
    page.title = title.text;
    page.body = joined(text.paragraphs);
    page.lead = text.lead;
    page.captions = text.captions;
    page.authors = find_authors(document, names, blocks, head, linked, title.heading, text.first);
    page.source = source_of(head, linked);
    page.section = !linked.section.empty() ? linked.section : plain_text(head.meta({"article:section", "section"}));
    page.language = !head.language.empty() ? head.language : linked.language;
    page.published = find_published(document, names, blocks, head, linked, page.url, title.heading, text.first);
    page.not_article = why_no_article(document, blocks, head, linked, text, page.url);
    return page;
}

HtmlFragment read_html_fragment(std::string html) {
    const Document document(std::move(html));
    const PageNames names(document);
    const std::vector<Block> blocks = blocks_of(document);
    const std::vector<BlockRole> roles = roles_of(document, names, blocks);
    HtmlFragment fragment;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const bool notice = blocks[i].width < 60 && notice_of(blocks[i].text) != Notice::none;
        if (roles[i] == BlockRole::caption) {
            fragment.captions.push_back(split_caption(blocks[i].text));
        } else if (roles[i] != BlockRole::boilerplate && roles[i] != BlockRole::comment && !notice) {
            fragment.body += (fragment.body.empty() ? "" : "\n\n") + blocks[i].text;
        }
    }
    return fragment;
}

}  // namespace dateline
