#include "common/index/segment.h"

#include <bit>
#include <sstream>

#include "common/error.h"
#include "common/index/mention_words.h"
#include "common/index/terms.h"

namespace dateline {
namespace {

constexpr std::string_view deletions_kind = "deleted";

Xapian::Database open_postings(const std::filesystem::path& path) try {
    return Xapian::Database(path.string());
} catch (const Xapian::DatabaseVersionError& error) {
    throw IndexError(IndexError::Kind::wrong_version, "cannot open " + path.string() + ": " + error.get_msg());
} catch (const Xapian::DatabaseOpeningError& error) {
    throw IndexError(std::filesystem::exists(path) ? IndexError::Kind::corrupt : IndexError::Kind::missing,
                     "cannot open " + path.string() + ": " + error.get_msg());
} catch (const Xapian::Error& error) {
    throw IndexError(IndexError::Kind::corrupt, path.string() + " is damaged: " + error.get_msg());
}

Deletions open_deletions(const std::filesystem::path& folder, const SegmentEntry& entry) {
    return entry.deletions.empty() ? Deletions() : Deletions::read(folder / entry.deletions, entry.articles);
}

}  // namespace

bool Deletions::add(std::size_t row) {
    const std::uint64_t bit = std::uint64_t{1} << (row % 64);
    if ((bits_[row / 64] & bit) != 0) return false;
    bits_[row / 64] |= bit;
    return true;
}

std::size_t Deletions::count() const {
    std::size_t total = 0;
    for (const std::uint64_t word : bits_) total += static_cast<std::size_t>(std::popcount(word));
    return total;
}

Deletions Deletions::read(const std::filesystem::path& path, std::size_t articles) {
    const SectionFile file(path, deletions_kind);
    const auto words = file.array<std::uint64_t>(0);
    Deletions deletions(articles);
    if (!file.verify()) file.throw_corrupt("it does not fit its checksum");
    if (words.size() != deletions.bits_.size()) file.throw_corrupt("made for another number of articles");
    deletions.bits_.assign(words.begin(), words.end());
    return deletions;
}

void Deletions::write(const std::filesystem::path& path) const {
    SectionFileWriter file(path, deletions_kind, 1);
    file.section(bits_);
    file.finish(true);
}

IndexSegment::IndexSegment(const std::filesystem::path& folder, const SegmentEntry& entry)
    : folder_(folder),
      entry_(entry),
      deletions_(open_deletions(folder, entry)),
      words_(folder / segment_files::words),
      streams_(folder / segment_files::stream),
      columns_(folder / segment_files::columns),
      stored_(folder / segment_files::articles),
      mention_places_(folder / segment_files::mentions),
      postings_(open_postings(folder / segment_files::postings)) {
    const std::size_t rows = entry_.articles;
    if (streams_.articles() != rows || columns_.articles() != rows || stored_.articles() != rows ||
        mention_places_.articles() != rows || postings_.get_doccount() != rows ||
        deletions_.count() != entry_.deleted) {
        throw IndexError(IndexError::Kind::corrupt,
                         "the files in " + folder.string() +
                             " do not hold the same articles; run `indexer check`, restore the index from a copy, or "
                             "index the articles again");
    }
}

std::optional<std::uint32_t> IndexSegment::find(std::string_view id) const {
    const std::string term = terms::id(id);
    for (auto posting = postings_.postlist_begin(term); posting != postings_.postlist_end(term); ++posting) {
        const std::uint32_t row = *posting - 1;
        if (row < articles() && !deletions_.contains(row) && stored_.card(row).id == id) return row;
    }
    return std::nullopt;
}

std::uint64_t IndexSegment::document_frequency(const std::string& term) const { return postings_.get_termfreq(term); }

std::string IndexSegment::check_postings() const try {
    std::ostringstream said;
    const auto errors = Xapian::Database::check((folder_ / segment_files::postings).string(), 0, &said);
    return errors == 0 ? std::string() : said.str();
} catch (const Xapian::Error& error) {
    return error.get_description();
}

Article IndexSegment::article(std::size_t row) const {
    Article article;
    const Card card = stored_.card(row);
    article.id = card.id;
    article.title = card.title;
    article.url = card.url;
    for (const std::string_view url : card.urls()) article.urls.emplace_back(url);
    article.version = card.version;
    article.path = card.path;
    article.member = card.member;
    article.place = card.place;
    if (const auto date = columns_.date(row)) article.published = Published{*date, std::string(card.published_from)};
    for (const Field* field : keyword_columns()) {
        if (field->assign == nullptr) continue;
        const KeywordColumn& column = columns_.keyword(*field);
        std::vector<std::string> values;
        for (const std::uint32_t ordinal : column.of(row)) values.emplace_back(column.value(ordinal));
        field->assign(article, std::move(values));
    }
    stored_.read_texts(row, article);
    return article;
}

std::vector<Mention> IndexSegment::mentions(std::size_t row, const Article& article) const {
    const auto value = [&](std::string_view field, std::uint32_t number) {
        const KeywordColumn& column = columns_.keyword(*find_field(field));
        const auto ordinals = column.of(row);
        return number < ordinals.size() ? column.value(ordinals[number]) : std::string_view();
    };
    return mentions_in(article, mention_places_.of(row), value);
}

}  // namespace dateline
