#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/segment.h"
#include "common/text/analyzer.h"
#include "searcher/match/cursor.h"
#include "searcher/match/word_class.h"

/// Lists of terms: read from Xapian, or decoded in memory for those that are asked for again and again.
namespace dateline {

/// Frequencies summed over the words of a class, in 32 bits: body 12, lead 10, title and caption 5 each. What goes
/// beyond is cut: min(count, 4095), min(count, 1023) and min(count, 31).
constexpr std::uint32_t pack_sum(const FieldFrequency& frequency) {
    return std::min(frequency.count[2], 4095U) | std::min(frequency.count[1], 1023U) << 12U |
           std::min(frequency.count[0], 31U) << 22U | std::min(frequency.count[3], 31U) << 27U;
}
constexpr FieldFrequency unpack_sum(std::uint32_t packed) {
    return {{packed >> 22U & 31U, packed >> 12U & 1023U, packed & 4095U, packed >> 27U}};
}

/// A whole list in memory: row and frequency of each posting. The list of a word, or those of a class of words made
/// one.
struct DecodedList {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint32_t> frequencies;  ///< pack_sum()

    static constexpr std::size_t bytes_per_posting = 8;

    void add(std::uint32_t row, const FieldFrequency& frequency) {
        rows.push_back(row);
        frequencies.push_back(pack_sum(frequency));
    }
};

/// Walks one list in one segment. A value: it can be moved, and costs nothing but the walk.
class PostingReader {
public:
    explicit PostingReader(std::shared_ptr<const DecodedList> list);
    explicit PostingReader(Xapian::PostingIterator at) : at_(std::move(at)) { settle(); }

    /// Cursor::end at the end.
    std::uint32_t row() const { return row_; }
    FieldFrequency frequency() const {
        return decoded_ ? unpack_sum(decoded_->frequencies[index_]) : FieldFrequency::unpack(at_.get_wdf());
    }
    void next();
    void skip_to(std::uint32_t row);

private:
    void settle() { row_ = at_ == Xapian::PostingIterator() ? Cursor::end : *at_ - 1; }

    std::shared_ptr<const DecodedList> decoded_;
    std::size_t index_ = 0;
    Xapian::PostingIterator at_;
    std::uint32_t row_ = Cursor::end;
};

/// One list with the languages whose articles count, and the forms if not all do.
struct TermAlternative {
    PostingReader reader;
    LanguageMask languages = all_languages;
    IdSet forms;
};

/// A class of words as it is remembered between queries.
struct KnownClass {
    WordClass words;
    std::uint64_t postings = 0;  ///< in the lists of all words together
    std::uint32_t opened = 0;
    std::shared_ptr<const DecodedList> merged;
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

    /// The words of the same stem. The reference holds until the next call.
    KnownClass& stemmed(const Analyzer& analyzer, const std::string& literal, const std::string& folded);
    /// The lists of a class: one for each word, or one for all.
    std::vector<TermAlternative> open(KnownClass& of_words);
    /// The lists of words of which all forms count, as one.
    std::shared_ptr<const DecodedList> merged(const std::vector<ClassWord>& words);

    /// The languages that any article has.
    LanguageMask present_languages();

private:
    struct Known {
        std::uint64_t document_frequency = 0;
        std::uint32_t opened = 0;
        std::shared_ptr<const DecodedList> decoded;
    };

    Known& known(const std::string& term);
    void decode(const std::string& term, Known& known);
    void merge(KnownClass& of_words);
    std::shared_ptr<const DecodedList> merged_by_row(const std::vector<ClassWord>& words);
    std::shared_ptr<const DecodedList> merged_by_sorting(const std::vector<ClassWord>& words);
    template <typename Visit>
    void for_each_posting(const ClassWord& word, Visit visit);

    const IndexSegment* segment_;
    std::size_t bytes_left_;
    std::unordered_map<std::string, Known> known_;
    std::unordered_map<std::string, KnownClass> stemmed_;  ///< by literal
    LanguageMask present_ = 0;
};

}  // namespace dateline
