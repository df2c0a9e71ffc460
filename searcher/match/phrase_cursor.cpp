#include "searcher/match/phrase_cursor.h"

#include <algorithm>

namespace dateline {

PhraseCursor::PhraseCursor(std::vector<PostingReader> lists, SpanPattern pattern, double idf, std::uint64_t cost,
                           const IndexSegment& segment, const Bm25f& ranking)
    : lists_(std::move(lists)),
      spans_(std::move(pattern)),
      idf_(idf),
      cost_(cost),
      streams_(segment.streams()),
      lengths_(segment.columns().lengths()),
      ranking_(ranking) {
    gather();
    row_ = gathered_ > 0 ? ahead_[0] : end;
}

/// Moves all lists to the first row they share; false where there is none.
bool PhraseCursor::all_lists_at_lead() {
    PostingReader& lead = lists_.front();
    while (lead.row() != end) {
        const auto behind = std::find_if(lists_.begin() + 1, lists_.end(), [&](PostingReader& list) {
            list.skip_to(lead.row());
            return list.row() != lead.row();
        });
        if (behind == lists_.end()) return true;
        lead.skip_to(behind->row());
    }
    return false;
}

void PhraseCursor::gather() {
    used_ = 0;
    for (gathered_ = 0; gathered_ < most_ahead && all_lists_at_lead(); lists_.front().next()) {
        ahead_[gathered_] = lists_.front().row();
        streams_.prefetch(ahead_[gathered_]);
        ++gathered_;
    }
}

void PhraseCursor::next() {
    if (++used_ >= gathered_) gather();
    row_ = used_ < gathered_ ? ahead_[used_] : end;
}

void PhraseCursor::skip_to(std::uint32_t row) {
    while (used_ < gathered_ && ahead_[used_] < row) ++used_;
    if (used_ >= gathered_) {
        lists_.front().skip_to(row);
        gather();
    }
    row_ = used_ < gathered_ ? ahead_[used_] : end;
}

bool PhraseCursor::verify() {
    frequency_ = spans_.count(streams_.of(row_));
    return frequency_.any();
}

}  // namespace dateline
