#include "common/index/stored_articles.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

#include "common/error.h"
#include "common/index/varint.h"

namespace dateline {
namespace {

constexpr std::string_view articles_file = "articles";
constexpr std::size_t block_bytes = std::size_t{16} << 10;
constexpr int compression_level = 3;
/// Bigger blocks are a damaged file: an article is at most 64 MiB.
constexpr std::uint64_t most_block_bytes = std::uint64_t{512} << 20;

enum ArticlesSection : std::size_t { cards, blocks, card_ends, text_places, block_ends, section_count };

std::string encode_card(const Article& article) {
    std::string card;
    put_string(card, article.id);
    put_string(card, article.title);
    put_string(card, article.url);
    put_string(card, article.path);
    put_string(card, article.member);
    put_string(card, article.place);
    put_string(card, article.published ? article.published->from : std::string());
    std::string urls;
    for (const std::string& url : article.urls) urls += url + "\n";
    put_string(card, urls);
    put_varint(card, article.version);
    return card;
}

std::string encode_texts(const Article& article) {
    std::string texts;
    put_string(texts, article.lead);
    put_string(texts, article.body);
    put_varint(texts, article.captions.size());
    for (const Caption& caption : article.captions) {
        put_string(texts, caption.text);
        put_string(texts, caption.credit);
    }
    return texts;
}

void decode_texts(std::string_view bytes, Article& article) {
    ByteReader reader(bytes);
    article.lead = reader.string();
    article.body = reader.string();
    article.captions.clear();
    for (std::uint64_t left = reader.varint(); left > 0; --left) {
        Caption caption;
        caption.text = reader.string();
        caption.credit = reader.string();
        article.captions.push_back(std::move(caption));
    }
}

/// The i-th of parts that stand one after the other.
std::string_view part(std::string_view bytes, std::span<const std::uint64_t> ends, std::size_t i) {
    const std::uint64_t begin = i == 0 ? 0 : ends[i - 1];
    if (begin > ends[i] || ends[i] > bytes.size()) throw TruncatedBytes();
    return bytes.substr(begin, ends[i] - begin);
}

/// Writes the ends of all parts, each moved by what stands before it.
template <typename Ends>
void write_ends(SectionFileWriter& file, std::span<const StoredView> parts, Ends ends,
                std::string_view StoredView::*bytes) {
    file.begin_section();
    std::uint64_t base = 0;
    for (const StoredView& view : parts) {
        for (const std::uint64_t end : view.*ends) {
            const std::uint64_t moved = base + end;
            file.write(&moved, sizeof moved);
        }
        base += (view.*bytes).size();
    }
}

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

std::string compress(std::string_view block) {
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    std::string out(ZSTD_compressBound(block.size()), '\0');
    const std::size_t size =
        ZSTD_compressCCtx(context.get(), out.data(), out.size(), block.data(), block.size(), compression_level);
    if (ZSTD_isError(size) != 0) throw Error("cannot compress an article: " + std::string(ZSTD_getErrorName(size)));
    out.resize(size);
    return out;
}

/// Nothing where the bytes are not a sound block.
bool decompress(std::string_view compressed, std::string& out) {
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    const unsigned long long size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most_block_bytes) return false;
    out.resize(static_cast<std::size_t>(size));
    const std::size_t got =
        ZSTD_decompressDCtx(context.get(), out.data(), out.size(), compressed.data(), compressed.size());
    return ZSTD_isError(got) == 0 && got == out.size();
}

}  // namespace

std::vector<std::string_view> Card::urls() const {
    std::vector<std::string_view> urls;
    std::string_view rest = further_urls;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        urls.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    return urls;
}

StoredArticles::StoredArticles(const std::filesystem::path& path) : file_(path, articles_file) {
    view_.cards = file_.text(ArticlesSection::cards);
    view_.blocks = file_.text(ArticlesSection::blocks);
    view_.card_ends = file_.array<std::uint64_t>(ArticlesSection::card_ends);
    view_.text_places = file_.array<std::uint64_t>(ArticlesSection::text_places);
    view_.block_ends = file_.array<std::uint64_t>(ArticlesSection::block_ends);
    const auto ends_at = [](std::span<const std::uint64_t> ends, std::size_t size) {
        return (ends.empty() ? 0 : ends.back()) == size;
    };
    if (view_.text_places.size() != articles() || !ends_at(view_.card_ends, view_.cards.size()) ||
        !ends_at(view_.block_ends, view_.blocks.size())) {
        file_.throw_corrupt("tables of stored articles do not fit each other");
    }
}

Card StoredArticles::card(std::size_t row) const try {
    ByteReader reader(part(view_.cards, view_.card_ends, row));
    Card card;
    card.id = reader.string();
    card.title = reader.string();
    card.url = reader.string();
    card.path = reader.string();
    card.member = reader.string();
    card.place = reader.string();
    card.published_from = reader.string();
    card.further_urls = reader.string();
    card.version = reader.varint();
    return card;
} catch (const TruncatedBytes&) {
    file_.throw_corrupt("card of article " + std::to_string(row));
}

void StoredArticles::read_texts(std::size_t row, Article& article) const try {
    const std::uint64_t block = view_.text_places[row] >> 32U;
    const std::uint64_t offset = view_.text_places[row] & 0xFFFFFFFFU;
    if (block >= view_.block_ends.size()) throw TruncatedBytes();
    thread_local std::string text;
    if (!decompress(part(view_.blocks, view_.block_ends, block), text) || offset > text.size()) {
        throw TruncatedBytes();
    }
    decode_texts(std::string_view(text).substr(offset), article);
} catch (const TruncatedBytes&) {
    file_.throw_corrupt("texts of article " + std::to_string(row));
}

void StoredArticlesBuilder::add(const Article& article) {
    cards_ += encode_card(article);
    card_ends_.push_back(cards_.size());
    text_places_.push_back(block_ends_.size() << 32U | block_.size());
    block_ += encode_texts(article);
    if (block_.size() >= block_bytes) close_block();
}

void StoredArticlesBuilder::close_block() {
    if (block_.empty()) return;
    blocks_ += compress(block_);
    block_ends_.push_back(blocks_.size());
    block_.clear();
}

void write_stored_articles(const std::filesystem::path& path, std::span<const StoredView> parts, bool sync) {
    SectionFileWriter file(path, articles_file, ArticlesSection::section_count);
    file.begin_section();
    for (const StoredView& view : parts) file.write(view.cards);
    file.begin_section();
    for (const StoredView& view : parts) file.write(view.blocks);
    write_ends(file, parts, &StoredView::card_ends, &StoredView::cards);
    file.begin_section();
    std::uint64_t first_block = 0;
    for (const StoredView& view : parts) {
        for (const std::uint64_t place : view.text_places) {
            const std::uint64_t moved = place + (first_block << 32U);
            file.write(&moved, sizeof moved);
        }
        first_block += view.block_ends.size();
    }
    write_ends(file, parts, &StoredView::block_ends, &StoredView::blocks);
    file.finish(sync);
}

}  // namespace dateline
