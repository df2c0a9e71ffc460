#include "searcher/match/boolean_cursors.h"

#include <algorithm>

namespace dateline {

AndCursor::AndCursor(std::vector<CursorPtr> children, std::vector<CursorPtr> excluded)
    : children_(std::move(children)), excluded_(std::move(excluded)) {
    for (const CursorPtr& child : children_) in_query_order_.push_back(child.get());
    std::stable_sort(children_.begin(), children_.end(),
                     [](const CursorPtr& a, const CursorPtr& b) { return a->cost() < b->cost(); });
    children_.front()->begin();
    settle();
}

void AndCursor::next() {
    children_.front()->next();
    settle();
}

void AndCursor::skip_to(std::uint32_t row) {
    if (row_ >= row) return;
    children_.front()->skip_to(row);
    settle();
}

void AndCursor::settle() {
    Cursor& lead = *children_.front();
    while (true) {
        row_ = lead.row();
        if (row_ == end) return;
        const auto other = std::find_if(children_.begin() + 1, children_.end(),
                                        [&](const CursorPtr& child) { return !child->contains(row_); });
        if (other == children_.end()) return;
        // A filter that says no may not have moved.
        const std::uint32_t next = (*other)->row();
        if (next > row_) lead.skip_to(next);
        else lead.next();
    }
}

bool AndCursor::verify() {
    for (const CursorPtr& child : children_) {
        if (!child->verify()) return false;
    }
    for (const CursorPtr& child : excluded_) {
        if (child->contains(row_) && child->verify()) return false;
    }
    return true;
}

double AndCursor::score() const {
    double sum = 0;
    for (const Cursor* child : in_query_order_) sum += child->score();
    return sum;
}

OrCursor::OrCursor(std::vector<CursorPtr> children) : children_(std::move(children)), matches_(children_.size()) {
    for (const CursorPtr& child : children_) {
        cost_ += child->cost();
        child->begin();
    }
    settle();
}

void OrCursor::settle() {
    row_ = end;
    for (const CursorPtr& child : children_) row_ = std::min(row_, child->row());
}

void OrCursor::next() {
    for (const CursorPtr& child : children_) {
        if (child->row() == row_) child->next();
    }
    settle();
}

void OrCursor::skip_to(std::uint32_t row) {
    if (row_ >= row) return;
    for (const CursorPtr& child : children_) {
        if (child->row() < row) child->skip_to(row);
    }
    settle();
}

bool OrCursor::verify() {
    bool any = false;
    for (std::size_t i = 0; i < children_.size(); ++i) {
        matches_[i] = children_[i]->row() == row_ && children_[i]->verify();
        any = any || matches_[i];
    }
    return any;
}

double OrCursor::score() const {
    double sum = 0;
    for (std::size_t i = 0; i < children_.size(); ++i) {
        if (matches_[i]) sum += children_[i]->score();
    }
    return sum;
}

DateCursor::DateCursor(const IndexSegment& segment, Interval days, Interval instants, bool undated)
    : dates_(segment.columns().dates()), days_(days), instants_(instants), undated_(undated) {}

bool DateCursor::matches(std::uint32_t row) const {
    const PackedDate date = dates_[row];
    if (undated_ || date.is_undated()) return undated_ && date.is_undated();
    const Interval& interval = date.precision() > Precision::day ? instants_ : days_;
    if (date.seconds() < interval.begin || date.seconds() >= interval.end) return false;
    // A date known only to its month lies in an interval only where the whole month does.
    return date.precision() >= Precision::day || interval_of({date.seconds(), 0, date.precision()}).end <= interval.end;
}

void DateCursor::skip_to(std::uint32_t row) {
    for (row_ = row; row_ < dates_.size(); ++row_) {
        if (matches(row_)) return;
    }
    row_ = end;
}

bool DateCursor::contains(std::uint32_t row) {
    if (!matches(row)) return false;
    row_ = row;
    return true;
}

bool LengthCursor::matches(std::uint32_t row) const {
    const FieldLengths& lengths = lengths_[row];
    const std::uint64_t words = std::uint64_t{lengths[static_cast<std::size_t>(TextField::lead)]} +
                                lengths[static_cast<std::size_t>(TextField::body)];
    return words >= least_ && words <= most_;
}

void LengthCursor::skip_to(std::uint32_t row) {
    for (row_ = row; row_ < lengths_.size(); ++row_) {
        if (matches(row_)) return;
    }
    row_ = end;
}

bool LengthCursor::contains(std::uint32_t row) {
    if (!matches(row)) return false;
    row_ = row;
    return true;
}

}  // namespace dateline
