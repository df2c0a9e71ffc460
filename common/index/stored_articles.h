#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/section_file.h"

/// Stored articles: what results, snippets and `show` need. An article's card (id, title, address, provenance) stands
/// uncompressed, because ten of them are read for every query; its texts stand in blocks of about 16 KiB compressed by
/// zstd. Keyword values and the date are in the columns.
namespace dateline {

/// The part of an article that every result shows.
struct Card {
    std::string_view id;
    std::string_view title;
    std::string_view url;
    std::string_view path;
    std::string_view member;
    std::string_view place;
    std::string_view published_from;
    std::string_view further_urls;  ///< each with a line feed behind it
    std::uint64_t version = 0;

    /// Article::urls.
    std::vector<std::string_view> urls() const;
};

/// Where the parts of stored articles stand, in a mapped file or in memory.
struct StoredView {
    std::span<const std::uint64_t> card_ends;
    std::string_view cards;
    /// Block number in the high half, offset inside the uncompressed block in the low half.
    std::span<const std::uint64_t> text_places;
    std::span<const std::uint64_t> block_ends;
    std::string_view blocks;

    std::size_t articles() const { return card_ends.size(); }
};

class StoredArticles {
public:
    explicit StoredArticles(const std::filesystem::path& path);

    std::size_t articles() const { return view_.articles(); }
    /// Views into the mapped file. Throws IndexError where the bytes are damaged.
    Card card(std::size_t row) const;
    /// Fills lead, body and captions.
    void read_texts(std::size_t row, Article& article) const;

    const StoredView& view() const { return view_; }
    const SectionFile& file() const { return file_; }

private:
    SectionFile file_;
    StoredView view_;
};

/// Collects stored articles in memory.
class StoredArticlesBuilder {
public:
    void add(const Article& article);
    /// Ends the block begun; to be called before view().
    void close_block();

    std::size_t bytes() const { return cards_.size() + blocks_.size() + block_.size() + card_ends_.size() * 16; }
    StoredView view() const { return {card_ends_, cards_, text_places_, block_ends_, blocks_}; }

private:
    std::vector<std::uint64_t> card_ends_;
    std::string cards_;
    std::vector<std::uint64_t> text_places_;
    std::vector<std::uint64_t> block_ends_;
    std::string blocks_;
    std::string block_;  ///< the one being filled, uncompressed
};

/// Writes the articles of all parts, one after the other; blocks are taken over as they are.
void write_stored_articles(const std::filesystem::path& path, std::span<const StoredView> parts, bool sync);

}  // namespace dateline
