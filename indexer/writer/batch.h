#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/index/columns.h"
#include "common/index/mention.h"
#include "common/index/stored_articles.h"
#include "indexer/writer/word_table.h"

/// From articles to postings, streams, columns and stored texts.
namespace dateline {

/// Articles that were indexed together by one thread: lists in a small Xapian database of their own, the rest in
/// memory. About 500 articles a batch is where Xapian's inverter costs least (docs/benchmarks.md).
struct Batch {
    std::filesystem::path postings;
    std::shared_ptr<const WordTable> words;  ///< the numbers in `streams` are its
    std::uint32_t articles = 0;
    std::vector<std::uint64_t> stream_ends;
    std::string streams;  ///< as token_stream.h, with the word table's provisional numbers
    ColumnsBuilder columns;
    StoredArticlesBuilder stored;
    std::vector<std::uint64_t> mention_ends;
    std::string mentions;  ///< as mention_places.h

    /// Memory held, without the database.
    std::size_t bytes() const;
};

inline constexpr std::size_t articles_per_batch = 500;

/// An article with the hash that tells whether it has changed, and what was found in its texts.
struct HashedArticle {
    Article article;
    ContentHash hash;
    std::vector<Mention> mentions{};
};

/// Hash of all an article says, but not of where it was found.
ContentHash content_hash(const Article& article);

/// Makes batches. One for each thread: it remembers words from batch to batch.
class BatchBuilder {
public:
    /// `most_remembered`: word forms kept in memory before it starts afresh, about 250 bytes each.
    explicit BatchBuilder(std::size_t most_remembered);
    BatchBuilder(BatchBuilder&&) noexcept;
    BatchBuilder& operator=(BatchBuilder&&) noexcept;
    ~BatchBuilder();

    /// Indexes the articles in order. `postings` is the folder of the database to make. Throws IoError.
    Batch build(std::span<const HashedArticle> articles, const std::filesystem::path& postings,
                const std::shared_ptr<WordTable>& words);

private:
    class Indexing;
    std::unique_ptr<Indexing> indexing_;
};

}  // namespace dateline
