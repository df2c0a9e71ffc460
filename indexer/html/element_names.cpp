#include "indexer/html/element_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

enum Meaning : std::uint16_t {
    boilerplate = 1U << 0U,
    byline = 1U << 1U,
    caption = 1U << 2U,
    lead = 1U << 3U,
    comments = 1U << 4U,
    article_body = 1U << 5U,
    content = 1U << 6U,
    hidden = 1U << 7U,
    social_post = 1U << 8U,
    author = 1U << 9U,
    consent = 1U << 10U,
};

/// Words of class names: single words, and pairs joined by a hyphen that mean what neither word does.
const std::unordered_map<std::string_view, std::uint16_t>& meanings() {
    static const std::unordered_map<std::string_view, std::uint16_t> table = [] {
        std::unordered_map<std::string_view, std::uint16_t> words;
        const auto add = [&words](std::uint16_t meaning, std::string_view list) {
            while (!list.empty()) {
                const std::size_t begin = std::min(list.find_first_not_of(" \n"), list.size());
                const std::size_t end = std::min(list.find_first_of(" \n", begin), list.size());
                if (end > begin) {
                    words[list.substr(begin, end - begin)] |= meaning;
                }
                list.remove_prefix(end);
            }
        };
        add(boilerplate, R"(
            share sharing shares sharebar sharebutton sharebuttons sharetools sharedaddy addthis addtoany sociable
            social socials socialmedia socialshare socialbar related relatedarticles relatedposts relatedcontent
            relatednews relatedstories relateds relacionadas relacionados relatednav recirc recirculation recommended
            recommendation recommendations recommend recommends newsletter newsletters nlsignup mailinglist subscribe
            subscription subscriptions signup promo promos promobox promotion promoted sponsored sponsor sponsors
            advert adverts advertisement advertising advertorial ads adslot adunit adbox adcontainer adwrapper
            werbung anzeige publicidad publicite reklama banner outbrain taboola zergnet mgid revcontent
            breadcrumb breadcrumbs nav navbar navigation navi menu menus submenu sidebar sidebars siderail rightrail
            footer foot popup popups popover modal modals
            overlay toolbar tools toolbox utilities actions tags taglist tagcloud tagged topics keywords popular
            trending mostread mostpopular mostviewed meistgelesen pagination pager paginator print printonly
            teaser teasers teaserlist cta login signin register registration donate donation donations
            follow followus rating ratings ratingbox vote voting poll poll-widget toc tableofcontents
            carousel disclaimer copyright legal correction-form feedback report-error errata apps appstore
            appstores download-app readmore read-more more-news morenews more-stories more-articles more-from
            more-on see-also also-read also-like you-may you-might most-read most-popular most-viewed
            up-next next-article next-post previous-post prev-next post-navigation jump-link skip-link skiplink
            sign-up get-app live-chat zendesk intercom trinity audio-player audioplayer listen tts readspeaker
            text-to-speech video-player videoplayer jwplayer player playlist authorbox author-box author-bio authorbio
            author-info author-details author-description author-card author-profile about-author bio biography
            contributor-bio ticker breaking-news hotnews latest latest-news latestnews widget widgets
            editorial-picks editors-picks editorspicks stock-ticker weather horoscope quizz
            supplementary complementary affiliate affiliates amazon-ads shop-button buy-button
            bottom-bar topbar top-bar sticky-bar eyebrow kicker
            gallery-nav slick-arrow
            mashsb wprm jetpack_relatedposts yarpp crp_related wp-rp-wrap essb
            nocontent noprint no-print donotprint hidden-print d-print-none
            prebid gpt dfp
            google-preferred preferred-source googlenews google-news
        )");
        add(byline, R"(
            byline bylines author authors authorname author-name writer reporter dateline timestamp pubdate published
            publishdate publish-date published-date post-date postdate date datetime dates time posted-on postmeta
            post-meta entry-meta article-meta articlemeta article-info article-header__meta metadata meta credits-block
            reading-time readtime read-time lastupdated last-updated modified updated-date byline-block vcard
            article-date article-author article__meta
        )");
        add(consent, R"(
            cookie cookies cookiebanner consent gdpr ccpa onetrust didomi cookiebot usercentrics privacy-manager
            privacy-modal privacy-banner privacy-settings privacy-preferences privacy-pref privacy-center
        )");
        add(author, R"(
            byline author authors authorname author-name author-names byline-name writer reporter article-author
            article__author byline-author post-author entry-author story-author news-author
        )");
        add(caption, R"(
            caption captions figcaption wp-caption-text wp-caption-dd imagecaption image-caption photo-caption
            photocaption picture-caption media-caption credit credits photocredit photo-credit image-credit
            imagecredit source-image copyright-image photographer bildunterschrift bildquelle legende img-caption
            image__caption mediacaption gallery-caption
        )");
        add(lead, R"(
            standfirst dek deck subtitle subheadline sub-headline subhead-main subheading-main article-summary
            articlesummary lead-in chapo chapeau entradilla bajada sottotitolo ingress manchet
            article-excerpt article-subtitle article-lead article__lead article-intro story-summary
            summary__content
        )");
        add(comments, R"(
            comment comments commentlist comment-list commentsection disqus disqus_thread fb-comments livefyre
            coral-talk respond replies reply viafoura spotim openweb comentarios kommentare commentaires kommentar
        )");
        add(article_body, R"(
            articlebody article-body article__body articletext article-text article__text articlecontent
            article-content article__content storybody story-body story__body storytext story-text storycontent
            story-content entry-content entrycontent post-content postcontent post-body postbody post__content
            news-body newsbody news-content newscontent news-text newstext body-content bodycontent bodytext body-text
            body-copy bodycopy main-text maintext text-content textcontent article-main articlemain
            rich-text richtext rte wysiwyg content-body contentbody content__body content-text single-content
            node-body field-body articulo-cuerpo cuerpo-nota cuerpo artikeltext artikelinhalt td-post-content
            story-contents article-paragraphs c-entry-content detail-body detail-content
        )");
        add(content, R"(
            article articles story post entry content main body text news artikel articulo noticia contenido inhalt
            copy paragraph paragraphs page hentry h-entry single detail
        )");
        add(hidden, R"(
            hidden visuallyhidden visually-hidden sr-only screen-reader-text screenreader-text screen-reader
            offscreen off-screen is-hidden u-hidden hide d-none invisible a11y-hidden assistive-text visually-hide
            visuallyhide display-none
        )");
        add(social_post, R"(
            twitter-tweet twitter-video instagram-media tiktok-embed fb-post fb-video bluesky-embed reddit-embed-bq
            mastodon-embed telegram-post text-post-media
        )");
        return words;
    }();
    return table;
}

bool is_word_byte(char c) {
    return is_upper_ascii(c) || is_lower_ascii(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}
char lowered(char c) { return is_upper_ascii(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Looks up the words of names (`article-body__shareBar`): the whole, each word, each pair of neighbours. A page has
/// few names, each many times, so what they mean is kept; the names have to live as long.
class NameWords {
public:
    /// `most_words`: a name of more words is made of a heading (`zendaya-promoted-dune-in-london`) and means nothing.
    std::uint16_t meaning_of(std::string_view name, std::size_t most_words) {
        const auto [known, is_new] = known_.try_emplace(name);
        if (is_new) {
            known->second = read(name);
        }
        return known->second.words <= most_words ? known->second.meaning : std::uint16_t{0};
    }

private:
    struct Read {
        std::uint16_t meaning = 0;
        std::size_t words = 0;
    };

    Read read(std::string_view name) {
        constexpr std::size_t longest_name = 80;
        name = name.substr(0, longest_name);
        Read found;
        before_ = {};
        whole_.assign(name);
        std::ranges::transform(whole_, whole_.begin(), lowered);
        found.meaning |= look_up(whole_);
        for (std::size_t i = 0; i < name.size();) {
            if (!is_word_byte(name[i])) {
                ++i;
                continue;
            }
            std::size_t end = i + 1;
            while (end < name.size() && is_word_byte(name[end]) &&
                   !(is_upper_ascii(name[end]) && is_lower_ascii(name[end - 1]))) {
                ++end;
            }
            found.meaning |= word(std::string_view(whole_).substr(i, end - i));
            i = end;
            ++found.words;
        }
        return found;
    }

    std::uint16_t word(std::string_view word) {
        std::uint16_t found = look_up(word);
        if (!before_.empty()) {
            pair_.assign(before_).append("-").append(word);
            found |= look_up(pair_);
        }
        before_ = word;
        return found;
    }

    static std::uint16_t look_up(std::string_view word) {
        const auto found = meanings().find(word);
        return found == meanings().end() ? std::uint16_t{0} : found->second;
    }

    std::unordered_map<std::string_view, Read> known_;
    std::string whole_;
    std::string pair_;
    std::string_view before_;
};

constexpr std::size_t most_class_words = 9;
constexpr std::size_t most_id_words = 5;

std::uint16_t meaning_of_list(NameWords& words, std::string_view list, std::size_t most_words = most_class_words) {
    std::uint16_t found = 0;
    while (!list.empty()) {
        const std::size_t begin = std::min(list.find_first_not_of(" \t\r\n\f"), list.size());
        const std::size_t end = std::min(list.find_first_of(" \t\r\n\f", begin), list.size());
        if (end > begin) {
            found |= words.meaning_of(list.substr(begin, end - begin), most_words);
        }
        list.remove_prefix(end);
    }
    return found;
}

std::uint16_t meaning_of_role(std::string_view role) {
    constexpr std::array<std::string_view, 13> boilerplate_roles{
        "navigation", "complementary", "banner",  "contentinfo", "search",  "dialog", "alertdialog",
        "alert",      "menu",          "menubar", "toolbar",     "tablist", "form"};
    return std::ranges::find(boilerplate_roles, role) != boilerplate_roles.end() ? boilerplate : 0;
}

std::uint16_t meaning_of_property(std::string_view property) {
    if (property == "articleBody" || property == "text") {
        return article_body;
    }
    if (property == "author") {
        return byline | author;
    }
    if (property == "datePublished" || property == "dateModified" || property == "publisher") {
        return byline;
    }
    if (property == "caption") {
        return caption;
    }
    return property == "comment" ? comments : 0;
}

bool is_styled_away(std::string_view style) {
    std::string tight;
    for (const char c : style) {
        if (c != ' ') {
            tight.push_back(lowered(c));
        }
    }
    return tight.find("display:none") != std::string::npos || tight.find("visibility:hidden") != std::string::npos;
}

ElementNames names_of(std::span<const Attribute> attributes, NameWords& words) {
    constexpr std::array<std::string_view, 6> names_in_lists{"class",       "data-component", "data-testid",
                                                             "data-module", "data-type",      "data-name"};
    std::uint16_t found = 0;
    for (const auto& [name, value] : attributes) {
        if (std::ranges::find(names_in_lists, name) != names_in_lists.end()) {
            found |= meaning_of_list(words, value);
        } else if (name == "id") {
            found |= meaning_of_list(words, value, most_id_words);
        } else if (name == "role") {
            found |= meaning_of_role(value);
        } else if (name == "itemprop") {
            found |= meaning_of_property(value);
        } else if (name == "hidden" || (name == "aria-hidden" && value == "true") ||
                   (name == "style" && is_styled_away(value))) {
            found |= hidden;
        }
    }
    return {.boilerplate = (found & boilerplate) != 0,
            .byline = (found & byline) != 0,
            .author = (found & author) != 0,
            .caption = (found & caption) != 0,
            .lead = (found & lead) != 0,
            .comments = (found & comments) != 0,
            .consent = (found & consent) != 0,
            .article_body = (found & article_body) != 0,
            .content = (found & content) != 0,
            .hidden = (found & hidden) != 0,
            .social_post = (found & social_post) != 0};
}

}  // namespace

PageNames::PageNames(const Document& document) : names_(document.size()) {
    NameWords words;
    for (NodeId id = 0; id < document.size(); ++id) {
        if (document[id].attributes != 0) {
            names_[id] = names_of(document.attributes(id), words);
        }
    }
}

}  // namespace dateline
