#include "indexer/html/page_kind.h"

#include <algorithm>

namespace dateline {

namespace {

/// Whether the page itself says that it is an article.
bool claims_to_be_article(const PageHead& head, const LinkedArticle& linked) {
    const std::string_view type = head.meta({"og:type"});
    return !linked.type.empty() || type.find("article") != std::string_view::npos ||
           !head.meta({"article:published_time", "og:article:published_time"}).empty();
}

bool is_front_page(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return false;
    }
    std::string_view path = url.substr(scheme + 3);
    if (const std::size_t query = path.find('?'); query != std::string_view::npos) {
        return false;  // ?p=31228 is an article
    }
    path = path.substr(0, path.find('#'));
    const std::size_t slash = path.find('/');
    return slash == std::string_view::npos || slash + 1 == path.size() || path.substr(slash).starts_with("/index.");
}

/// Columns of headings that are links: the titles of other articles.
std::size_t linked_headings(const Document& document, const std::vector<Block>& blocks, std::size_t& count) {
    std::size_t width = 0;
    for (const Block& block : blocks) {
        if (is_heading(document[block.element].tag) && block.link_share() > 0.8) {
            width += block.width;
            ++count;
        }
    }
    return width;
}

}  // namespace

std::string why_no_article(const Document& document, const std::vector<Block>& blocks, const PageHead& head,
                           const LinkedArticle& linked, const MainText& text, std::string_view url) {
    constexpr std::size_t least_text = 140;
    constexpr std::size_t least_teasers = 8;
    constexpr std::size_t long_text = 1000;  ///< an article, whatever stands around it
    const bool claims = claims_to_be_article(head, linked);
    const bool video = head.meta({"og:type"}).starts_with("video") || linked.states_other_kind;
    if (text.prose < least_text && text.paragraphs.size() < 4) {
        if (video && !claims) {
            return "the page says it is a video or a list, and has no text";
        }
        if (!claims && text.page_linked > 4 * text.prose) {
            return "the page is mostly links and has no text";
        }
    }
    if (claims) {
        return "";
    }
    std::size_t teasers = 0;
    const std::size_t teaser_width = linked_headings(document, blocks, teasers);
    if (is_front_page(url) && teasers >= 3) {
        return "the page is the front page of its site";
    }
    return text.prose < long_text && teasers >= least_teasers && teaser_width > text.prose
               ? "the page is a list of articles"
               : "";
}

}  // namespace dateline
