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
      ranking_(ranking),
      ahead_(streams_) {
    PhraseCursor::next();
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

std::uint32_t PhraseCursor::take() {
    if (!all_lists_at_lead()) return end;
    const std::uint32_t row = lists_.front().row();
    lists_.front().next();
    return row;
}

void PhraseCursor::next() {
    ahead_.next([this] { return take(); });
    row_ = ahead_.row();
}

void PhraseCursor::skip_to(std::uint32_t row) {
    ahead_.skip_to(
        row, [this] { return take(); }, [this](std::uint32_t wanted) { lists_.front().skip_to(wanted); });
    row_ = ahead_.row();
}

bool PhraseCursor::verify() {
    frequency_ = spans_.count(streams_.of(row_));
    return frequency_.any();
}

}  // namespace dateline
