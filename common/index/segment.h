#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/columns.h"
#include "common/index/manifest.h"
#include "common/index/mention_places.h"
#include "common/index/stored_articles.h"
#include "common/index/token_stream.h"
#include "common/index/words.h"

/// One immutable part of an index: Xapian's lists, and beside them the dictionary, token streams, columns and stored
/// articles of the same articles. Row r (from 0) of our files is docid r + 1 in Xapian.
namespace dateline {

/// Rows that are deleted: a bitmap.
class Deletions {
public:
    Deletions() = default;
    explicit Deletions(std::size_t articles) : bits_((articles + 63) / 64) {}

    bool contains(std::size_t row) const { return !bits_.empty() && (bits_[row / 64] >> (row % 64) & 1U) != 0; }
    bool empty() const { return bits_.empty(); }
    /// False where it was deleted already.
    bool add(std::size_t row);
    std::size_t count() const;

    /// Throws IndexError where the file does not fit the segment.
    static Deletions read(const std::filesystem::path& path, std::size_t articles);
    void write(const std::filesystem::path& path) const;

private:
    std::vector<std::uint64_t> bits_;
};

class IndexSegment {
public:
    /// Throws IndexError.
    IndexSegment(const std::filesystem::path& folder, const SegmentEntry& entry);

    std::uint32_t articles() const { return entry_.articles; }
    const SegmentEntry& entry() const { return entry_; }
    const Deletions& deletions() const { return deletions_; }
    const Words& words() const { return words_; }
    const TokenStreams& streams() const { return streams_; }
    const Columns& columns() const { return columns_; }
    const StoredArticles& stored() const { return stored_; }
    const MentionPlaces& mention_places() const { return mention_places_; }
    const Xapian::Database& postings() const { return postings_; }

    /// The row of the article with this id that is not deleted.
    std::optional<std::uint32_t> find(std::string_view id) const;
    /// In how many articles a term (terms.h) occurs, deleted ones included.
    std::uint64_t document_frequency(const std::string& term) const;
    /// Xapian's own check of the lists, which reads them all: what it complains of, empty when they are sound.
    std::string check_postings() const;
    /// The whole article.
    Article article(std::size_t row) const;
    /// Who and what it names and the times it speaks of, in the order of its texts; `article` is article(row).
    std::vector<Mention> mentions(std::size_t row, const Article& article) const;

private:
    std::filesystem::path folder_;
    SegmentEntry entry_;
    Deletions deletions_;
    Words words_;
    TokenStreams streams_;
    Columns columns_;
    StoredArticles stored_;
    MentionPlaces mention_places_;
    Xapian::Database postings_;
};

/// Names of the files in a segment's folder.
namespace segment_files {
inline constexpr std::string_view postings = "postings.glass";
inline constexpr std::string_view words = "words";
inline constexpr std::string_view stream = "stream";
inline constexpr std::string_view columns = "columns";
inline constexpr std::string_view articles = "articles";
inline constexpr std::string_view mentions = "mentions";
}  // namespace segment_files

}  // namespace dateline
