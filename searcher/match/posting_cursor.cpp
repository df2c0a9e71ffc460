#include "searcher/match/posting_cursor.h"

#include <algorithm>

namespace dateline {
namespace {

/// Shorter lists are as quickly read from Xapian.
constexpr std::uint64_t least_decoded = 32;
constexpr std::size_t bytes_per_posting = sizeof(std::uint32_t) + sizeof(std::uint16_t);
/// Terms whose frequency is remembered.
constexpr std::size_t most_known = 200'000;

}  // namespace

PostingReader::PostingReader(std::shared_ptr<const DecodedList> list) : decoded_(std::move(list)) {
    if (!decoded_->rows.empty()) row_ = decoded_->rows[0];
}

void PostingReader::next() {
    if (decoded_) {
        ++index_;
        row_ = index_ < decoded_->rows.size() ? decoded_->rows[index_] : Cursor::end;
        return;
    }
    ++at_;
    settle();
}

void PostingReader::skip_to(std::uint32_t row) {
    if (row_ >= row) return;
    if (row == Cursor::end) {  // its docid would be 0
        row_ = Cursor::end;
        return;
    }
    if (!decoded_) {
        at_.skip_to(row + 1);
        settle();
        return;
    }
    // Gallop, then halve: short steps cost little, long ones a logarithm.
    const std::vector<std::uint32_t>& rows = decoded_->rows;
    std::size_t step = 1;
    std::size_t low = index_;
    while (low + step < rows.size() && rows[low + step] < row) {
        low += step;
        step *= 2;
    }
    const std::size_t high = std::min(low + step, rows.size());
    index_ = static_cast<std::size_t>(std::lower_bound(rows.begin() + static_cast<std::ptrdiff_t>(low + 1),
                                                       rows.begin() + static_cast<std::ptrdiff_t>(high), row) -
                                      rows.begin());
    row_ = index_ < rows.size() ? rows[index_] : Cursor::end;
}

PostingLists::Known& PostingLists::known(const std::string& term) {
    if (const auto found = known_.find(term); found != known_.end()) return found->second;
    if (known_.size() >= most_known) {
        std::erase_if(known_, [](const auto& entry) { return entry.second.decoded == nullptr; });
    }
    return known_.emplace(term, Known{segment_->postings().get_termfreq(term), 0, nullptr}).first->second;
}

std::uint64_t PostingLists::document_frequency(const std::string& term) { return known(term).document_frequency; }

PostingReader PostingLists::open(const std::string& term) {
    Known& entry = known(term);
    if (++entry.opened == 2) decode(term, entry);
    if (entry.decoded) return PostingReader(entry.decoded);
    return PostingReader(segment_->postings().postlist_begin(term));
}

void PostingLists::decode(const std::string& term, Known& entry) {
    const std::size_t bytes = entry.document_frequency * bytes_per_posting;
    if (entry.document_frequency < least_decoded || bytes > bytes_left_) return;
    bytes_left_ -= bytes;
    auto list = std::make_shared<DecodedList>();
    list->rows.reserve(entry.document_frequency);
    list->frequencies.reserve(entry.document_frequency);
    const Xapian::Database& postings = segment_->postings();
    for (auto at = postings.postlist_begin(term); at != postings.postlist_end(term); ++at) {
        list->rows.push_back(*at - 1);
        list->frequencies.push_back(static_cast<std::uint16_t>(at.get_wdf()));
    }
    entry.decoded = std::move(list);
}

RowLanguages::RowLanguages(const IndexSegment& segment)
    : ordinals_(segment.columns().keyword(*find_field("language")).single()) {}

TermCursor::TermCursor(std::vector<TermAlternative> alternatives, FieldMask fields, double idf, std::uint64_t cost,
                       const IndexSegment& segment, const Bm25f& ranking)
    : alternatives_(std::move(alternatives)),
      fields_(fields),
      idf_(idf),
      cost_(cost),
      lengths_(segment.columns().lengths()),
      languages_(segment),
      ranking_(ranking) {
    settle();
}

/// Whether the alternative's posting, which stands at row_, is one that was asked for.
bool TermCursor::counts(const TermAlternative& alternative) const {
    if (alternative.reader.row() != row_) return false;
    if (alternative.languages != TermAlternative::all_languages &&
        (languages_.bit(row_) & alternative.languages) == 0) {
        return false;
    }
    return fields_ == all_text_fields || (fields_of(alternative.reader.packed_frequency()) & fields_) != 0;
}

/// Makes row_ the first row at or after the readers' places at which one of them counts.
void TermCursor::settle() {
    while (true) {
        row_ = end;
        for (const TermAlternative& alternative : alternatives_) row_ = std::min(row_, alternative.reader.row());
        if (row_ == end) return;
        for (const TermAlternative& alternative : alternatives_) {
            if (counts(alternative)) return;
        }
        for (TermAlternative& alternative : alternatives_) {
            if (alternative.reader.row() == row_) alternative.reader.next();
        }
    }
}

void TermCursor::next() {
    for (TermAlternative& alternative : alternatives_) {
        if (alternative.reader.row() == row_) alternative.reader.next();
    }
    settle();
}

void TermCursor::skip_to(std::uint32_t row) {
    for (TermAlternative& alternative : alternatives_) alternative.reader.skip_to(row);
    settle();
}

FieldFrequency TermCursor::frequency() const {
    FieldFrequency sum;
    for (const TermAlternative& alternative : alternatives_) {
        if (!counts(alternative)) continue;
        const FieldFrequency one = FieldFrequency::unpack(alternative.reader.packed_frequency());
        for (std::size_t i = 0; i < text_field_count; ++i) {
            if ((fields_ >> i & 1U) != 0) sum.count[i] += one.count[i];
        }
    }
    return sum;
}

double TermCursor::score() const { return ranking_.score(idf_, frequency(), lengths_[row_]); }

}  // namespace dateline
