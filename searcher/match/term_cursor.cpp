#include "searcher/match/term_cursor.h"

#include <algorithm>

namespace dateline {
TermCursor::TermCursor(std::vector<TermAlternative> alternatives, FieldMask fields, double idf, std::uint64_t cost,
                       const IndexSegment& segment, const Bm25f& ranking)
    : alternatives_(std::move(alternatives)),
      forms_(alternatives_.size()),
      fields_(fields),
      idf_(idf),
      cost_(cost),
      lengths_(segment.columns().lengths()),
      streams_(segment.streams()),
      languages_(segment),
      ranking_(ranking) {
    for (std::size_t i = 0; i < alternatives_.size(); ++i) {
        if (alternatives_[i].forms.empty()) continue;
        forms_[i].emplace(SpanPattern{.items = {alternatives_[i].forms}});
        needs_stream_ = true;
    }
    is_plain_ = alternatives_.size() == 1 && alternatives_[0].languages == all_languages && fields_ == all_text_fields;
    settle();
}

/// Whether the alternative's posting, which stands at row_, is one that was asked for.
bool TermCursor::counts(const TermAlternative& alternative) const {
    if (alternative.reader.row() != row_) return false;
    if (alternative.languages != all_languages && (languages_.bit(row_) & alternative.languages) == 0) return false;
    return fields_ == all_text_fields || (alternative.reader.frequency().fields() & fields_) != 0;
}

/// Makes row_ the first row at or after the readers' places at which one of them counts.
void TermCursor::settle() {
    if (is_plain_) {
        row_ = alternatives_[0].reader.row();
        return;
    }
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

FieldFrequency TermCursor::frequency_of(std::size_t alternative) const {
    return forms_[alternative] ? forms_[alternative]->count(streams_.of(row_))
                               : alternatives_[alternative].reader.frequency();
}

FieldFrequency TermCursor::frequency() const {
    if (is_plain_ && !needs_stream_) return alternatives_[0].reader.frequency();
    FieldFrequency sum;
    for (std::size_t i = 0; i < alternatives_.size(); ++i) {
        if (counts(alternatives_[i])) sum += frequency_of(i);
    }
    for (std::size_t i = 0; i < text_field_count; ++i) {
        if ((fields_ >> i & 1U) == 0) sum.count[i] = 0;
    }
    return unpack_sum(pack_sum(sum));
}

}  // namespace dateline
