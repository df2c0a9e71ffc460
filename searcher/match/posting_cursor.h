#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/segment.h"
#include "searcher/match/bm25f.h"
#include "searcher/match/cursor.h"

/// Lists of terms: read from Xapian, or decoded in memory for those that are asked for again and again.
namespace dateline {

/// A whole list in memory: row and packed frequency (field_frequency.h) of each posting.
struct DecodedList {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint16_t> frequencies;
};

/// Walks one term's list in one segment. A value: it can be moved, and costs nothing but the walk.
class PostingReader {
public:
    explicit PostingReader(std::shared_ptr<const DecodedList> list);
    explicit PostingReader(Xapian::PostingIterator at) : at_(std::move(at)) { settle(); }

    /// Cursor::end at the end.
    std::uint32_t row() const { return row_; }
    std::uint32_t packed_frequency() const { return decoded_ ? decoded_->frequencies[index_] : at_.get_wdf(); }
    void next();
    void skip_to(std::uint32_t row);

private:
    void settle() { row_ = at_ == Xapian::PostingIterator() ? Cursor::end : *at_ - 1; }

    std::shared_ptr<const DecodedList> decoded_;
    std::size_t index_ = 0;
    Xapian::PostingIterator at_;
    std::uint32_t row_ = Cursor::end;
};

/// The lists of one segment. A list that is opened for the second time is decoded and kept, up to a limit of memory, so
/// a process that answers many queries walks arrays, and one that answers a single query reads no more than it needs.
/// Not thread-safe.
class PostingLists {
public:
    PostingLists(const IndexSegment& segment, std::size_t most_bytes) : segment_(&segment), bytes_left_(most_bytes) {}

    /// In how many articles the term occurs, deleted ones included.
    std::uint64_t document_frequency(const std::string& term);
    PostingReader open(const std::string& term);

private:
    struct Known {
        std::uint64_t document_frequency = 0;
        std::uint32_t opened = 0;
        std::shared_ptr<const DecodedList> decoded;
    };

    Known& known(const std::string& term);
    void decode(const std::string& term, Known& known);

    const IndexSegment* segment_;
    std::size_t bytes_left_;
    std::unordered_map<std::string, Known> known_;
};

/// One term's list with the languages whose articles count: bit i is the segment's i-th language, the highest bit the
/// articles without one.
struct TermAlternative {
    PostingReader reader;
    std::uint64_t languages = all_languages;

    static constexpr std::uint64_t all_languages = ~std::uint64_t{0};
};

/// The bit of a row's language.
class RowLanguages {
public:
    explicit RowLanguages(const IndexSegment& segment);

    std::uint64_t bit(std::uint32_t row) const {
        const std::uint32_t ordinal = ordinals_[row];
        return std::uint64_t{1} << (ordinal < 63 ? ordinal : 63);
    }

private:
    std::span<const std::uint32_t> ordinals_;
};

/// A word: the union of the lists it is found by, restricted to some fields. Scores by BM25F.
class TermCursor : public Cursor {
public:
    TermCursor(std::vector<TermAlternative> alternatives, FieldMask fields, double idf, std::uint64_t cost,
               const IndexSegment& segment, const Bm25f& ranking);

    void next() override;
    void skip_to(std::uint32_t row) override;
    double score() const override;
    std::uint64_t cost() const override { return cost_; }

    /// Sum of the lists' frequencies at the current row, in the fields asked for.
    FieldFrequency frequency() const;

private:
    bool counts(const TermAlternative& alternative) const;
    void settle();

    std::vector<TermAlternative> alternatives_;
    FieldMask fields_;
    double idf_;
    std::uint64_t cost_;
    std::span<const FieldLengths> lengths_;
    RowLanguages languages_;
    const Bm25f& ranking_;
};

}  // namespace dateline
