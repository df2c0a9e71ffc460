#include "indexer/writer/known_article.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dateline {
namespace {

bool has(const std::vector<std::string>& addresses, const std::string& address) {
    return std::ranges::find(addresses, address) != addresses.end();
}

/// Adds the known addresses to the article's own. Whether it has one that was not known.
bool join_addresses(Article& article, const std::vector<std::string>& known) {
    if (article.url.empty() && !known.empty()) article.url = known.back();
    std::vector<std::string> joined = known;
    const auto add = [&joined](const std::string& address) {
        if (!address.empty() && !has(joined, address)) joined.push_back(address);
    };
    add(article.url);
    for (const std::string& address : article.urls) add(address);
    std::erase(joined, article.url);
    if (joined.size() > most_further_addresses) joined.resize(most_further_addresses);
    article.urls = std::move(joined);
    const auto is_known = [&known](const std::string& address) { return has(known, address); };
    return !(article.url.empty() || is_known(article.url)) || !std::ranges::all_of(article.urls, is_known);
}

}  // namespace

KnownArticle known_article(const HashedArticle& article) {
    KnownArticle known{article.hash, article.article.version, article.article.urls};
    if (!article.article.url.empty()) known.addresses.push_back(article.article.url);
    return known;
}

KnownArticle known_article(const IndexSegment& segment, std::uint32_t row) {
    const Card card = segment.stored().card(row);
    KnownArticle known{segment.columns().content_hashes()[row], card.version, {}};
    for (const std::string_view url : card.urls()) known.addresses.emplace_back(url);
    if (!card.url.empty()) known.addresses.emplace_back(card.url);
    return known;
}

Fate decide_fate(Article& article, const ContentHash& hash, const KnownArticle& known) {
    if (article.version > 0 && article.version < known.version) return Fate::outdated;
    const bool has_new_address = join_addresses(article, known.addresses);
    const bool is_same = hash == known.hash && article.version <= known.version && !has_new_address;
    return is_same ? Fate::unchanged : Fate::replaced;
}

}  // namespace dateline
