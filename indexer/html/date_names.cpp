#include "indexer/html/date_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "common/text/ascii.h"

namespace dateline {

namespace {

/// `article:publishedTime` -> article, published, time.
std::vector<std::string> words_of_name(std::string_view name) {
    std::vector<std::string> words(1);
    char before = '\0';
    for (const char c : name) {
        const bool starts_word = is_upper_ascii(c) && is_lower_ascii(before);
        if ((starts_word || !(is_upper_ascii(c) || is_lower_ascii(c))) && !words.back().empty()) {
            words.emplace_back();
        }
        if (is_upper_ascii(c) || is_lower_ascii(c)) {
            words.back() += lower_ascii(c);
        }
        before = c;
    }
    return words;
}

template <std::size_t count>
bool any_holds(const std::vector<std::string>& words, const std::array<std::string_view, count>& parts) {
    return std::ranges::any_of(words, [&parts](const std::string& word) {
        return std::ranges::any_of(parts, [&word](std::string_view part) { return word.find(part) != word.npos; });
    });
}

template <std::size_t count>
bool any_is(const std::vector<std::string>& words, const std::array<std::string_view, count>& names) {
    return std::ranges::any_of(
        words, [&names](const std::string& word) { return std::ranges::find(names, word) != names.end(); });
}

/// Dates of something else than the article.
constexpr auto of_other_things = std::to_array<std::string_view>(
    {"expir",    "event",  "birth",   "copyright", "comment", "archiv", "cache",   "access",
     "server",   "member", "join",    "valid",     "unpubl",  "depubl", "retriev", "generat",
     "deadline", "cover",  "embargo", "remove",    "delete",  "regist", "session", "crawl"});
constexpr auto other_things = std::to_array<std::string_view>(
    {"start", "end", "until", "next", "prev", "now", "today", "current", "build", "image", "photo", "video", "user"});

constexpr auto of_change =
    std::to_array<std::string_view>({"modif", "updat", "lastmod", "chang", "edited", "revis", "aktualis"});
constexpr auto change = std::to_array<std::string_view>({"mod", "upd", "last"});

constexpr auto of_publication = std::to_array<std::string_view>(
    {"published", "publishing", "publishdat", "publishtim", "publicat", "publicac", "pubblicaz", "pubdat", "pubtim",
     "posted", "issued", "releas", "uploaded", "veroeffentlich"});
constexpr auto publication = std::to_array<std::string_view>({"publish", "pub", "online", "issue"});

constexpr auto of_creation = std::to_array<std::string_view>({"creat", "erstell"});

constexpr auto date_words = std::to_array<std::string_view>(
    {"date",     "datum",    "fecha",     "datetime", "timestamp", "time",        "zeit",
     "day",      "at",       "on",        "postdate", "entrydate", "displaydate", "articledate",
     "newsdate", "pagedate", "storydate", "dateline", "pdate",     "ptime",       "dat"});

/// Names of metadata for the time of publication, and their weight.
struct Named {
    std::string_view name;
    double weight;
};

/// Publishing systems often mean the last change by it, so a date by the headline counts for more.
constexpr double plain_date_weight = 3.5;

constexpr auto published_metas = std::to_array<Named>({
    {"article:published_time", 8},
    {"og:article:published_time", 8},
    {"article:published", 8},
    {"og:published_time", 8},
    {"datepublished", 8},
    {"parsely-pub-date", 8},
    {"sailthru.date", 7},
    {"cxenseparse:recs:publishtime", 7},
    {"cxenseparse:publishtime", 7},
    {"publishdate", 7},
    {"publish-date", 7},
    {"publish_date", 7},
    {"published_at", 7},
    {"publication_date", 7},
    {"publicationdate", 7},
    {"pubdate", 7},
    {"pub_date", 7},
    {"article_date_original", 7},
    {"originalpublicationdate", 7},
    {"citation_publication_date", 7},
    {"dc.date.issued", 7},
    {"dcterms.issued", 7},
    {"dc.date.created", 6},
    {"dcterms.created", 6},
    {"dc.date", plain_date_weight},
    {"dcterms.date", plain_date_weight},
    {"date", plain_date_weight},
    {"displaydate", 6},
    {"ptime", 6},
    {"pdate", 6},
    {"article.published", 6},
    {"article.created", 6},
    {"created", 5},
    {"datecreated", 5},
    {"release_date", 5},
    {"og:pubdate", 5},
    {"rnews:datepublished", 7},
    {"video:release_date", 3},
    {"bt:pubdate", 7},
    {"vr:published_time", 7},
    {"shareaholic:article_published_time", 7},
});

}  // namespace

DateKind date_kind_of(std::string_view name) {
    constexpr std::size_t longest = 60;
    if (name.empty() || name.size() > longest) {
        return DateKind::none;
    }
    const std::vector<std::string> words = words_of_name(name);
    if (any_holds(words, of_change) || any_is(words, change)) {
        return DateKind::changed;
    }
    if (any_holds(words, of_other_things) || any_is(words, other_things)) {
        return DateKind::none;
    }
    if (any_holds(words, of_publication)) {
        return DateKind::published;
    }
    const bool is_date = any_is(words, date_words);
    if (any_holds(words, of_creation)) {
        return DateKind::created;
    }
    if (is_date && any_is(words, publication)) {
        return DateKind::published;
    }
    return is_date ? DateKind::dated : DateKind::none;
}

double weight_of_meta(std::string_view name) {
    const auto known = std::ranges::find(published_metas, name, &Named::name);
    if (known != published_metas.end()) {
        return known->weight;
    }
    switch (date_kind_of(name)) {
    case DateKind::published: return 6;
    case DateKind::created: return 4;
    case DateKind::dated: return 3;
    case DateKind::changed:
    case DateKind::none: break;
    }
    return 0;
}

}  // namespace dateline
