#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/index/segment.h"
#include "indexer/writer/batch.h"

/// What an article that is offered is held against: the one with its id that is in the index or on its way there.
namespace dateline {

/// What becomes of an article that is offered. `outdated` is one of which a later version is known.
enum class Fate : std::uint8_t { added, replaced, unchanged, outdated };

struct KnownArticle {
    ContentHash hash;
    std::uint64_t version = 0;  ///< as Article::version
    std::vector<std::string>
        addresses;  ///< Article::urls, then Article::url: the oldest first; empty where it has none
};

KnownArticle known_article(const HashedArticle& article);
KnownArticle known_article(const IndexSegment& segment, std::uint32_t row);

/// An article has at most so many further addresses: a site that gives all its pages one canonical address makes one
/// article of them, each of which would carry all addresses before it.
inline constexpr std::size_t most_further_addresses = 100;

/// The fate of an article beside the known one with its id. Where it replaces that, its `urls` take in all addresses
/// known before, in their order; of the same content it is a replacement only with a new address or a later version.
Fate decide_fate(Article& article, const ContentHash& hash, const KnownArticle& known);

}  // namespace dateline
