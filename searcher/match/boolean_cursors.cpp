#include "searcher/match/boolean_cursors.h"

#include <algorithm>
#include <bit>

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

OrCursor::OrCursor(std::vector<CursorPtr> children)
    : children_(std::move(children)), matches_(most_rows / 64), scores_(most_rows) {
    for (const CursorPtr& child : children_) {
        cost_ += child->cost();
        child->begin();
    }
    move_to(0);
}

void OrCursor::move_to(std::uint32_t row) {
    if (row < window_end_) find_in_window(row);
    else row_ = end;
    while (row_ == end) {
        std::uint32_t next = end;
        for (const CursorPtr& child : children_) {
            if (child->row() < row) child->skip_to(row);
            next = std::min(next, child->row());
        }
        if (next == end) return;
        const bool goes_on = next < window_end_ + window_rows_;
        window_rows_ = goes_on ? std::min(window_rows_ * 2, most_rows) : least_rows;
        fill_window(next);
        row = window_end_;
        find_in_window(next);
    }
}

void OrCursor::fill_window(std::uint32_t row) {
    window_begin_ = row;
    window_end_ = row + window_rows_;
    std::fill(matches_.begin(), matches_.end(), 0);
    for (const CursorPtr& child : children_) {
        for (; child->row() < window_end_; child->next()) {
            if (!child->verify()) continue;
            const std::uint32_t at = child->row() - window_begin_;
            std::uint64_t& matches = matches_[at / 64];
            const std::uint64_t bit = std::uint64_t{1} << (at % 64);
            scores_[at] = ((matches & bit) != 0 ? scores_[at] : 0) + child->score();
            matches |= bit;
        }
    }
}

void OrCursor::find_in_window(std::uint32_t row) {
    std::uint32_t at = row - window_begin_;
    std::uint64_t word = matches_[at / 64] & ~std::uint64_t{0} << (at % 64);
    for (at /= 64; word == 0; word = matches_[at]) {
        if (++at == matches_.size()) {
            row_ = end;
            return;
        }
    }
    row_ = window_begin_ + at * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
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

void AndCursor::add_parts(std::vector<ScorePart>& parts) const {
    for (const Cursor* child : in_query_order_) child->add_parts(parts);
}

void ScaledCursor::add_parts(std::vector<ScorePart>& parts) const {
    const std::size_t first = parts.size();
    inner_->add_parts(parts);
    for (std::size_t i = first; i < parts.size(); ++i) {
        parts[i].factor *= factor_;
        parts[i].score *= factor_;
    }
}

bool BesidesCursor::verify() {
    if (!main_->verify()) return false;
    has_besides_ = besides_->contains(row_) && besides_->verify();
    return true;
}

}  // namespace dateline
