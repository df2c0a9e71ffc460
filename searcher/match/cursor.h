#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "searcher/match/score_part.h"

namespace dateline {

/// The one interface of everything that lists articles of one segment: a term's postings, a column, a phrase, and what
/// operators make of them. Rows come in rising order.
///
/// Matching has two steps. A cursor first stands on candidates, found by lists alone; verify() then decides the current
/// candidate on the token stream, which costs more. Whoever combines cursors combines candidates first.
class Cursor {
public:
    static constexpr std::uint32_t end = std::numeric_limits<std::uint32_t>::max();

    Cursor() = default;
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    virtual ~Cursor() = default;

    /// Moves to the first candidate. Called once, before next() or skip_to(), on cursors that lead; those that are only
    /// asked contains() may be spared it.
    virtual void begin() {}
    /// The current candidate, or end.
    std::uint32_t row() const { return row_; }
    virtual void next() = 0;
    /// Moves to the first candidate that is not before `row`; never backwards.
    virtual void skip_to(std::uint32_t row) = 0;
    /// Whether `row` is a candidate; calls come with rising rows. Afterwards row() is `row` if it is. Filters answer
    /// without looking at the rows between.
    virtual bool contains(std::uint32_t row) {
        if (row_ < row) skip_to(row);
        return row_ == row;
    }
    /// Whether the current candidate really matches. At most once for each row.
    virtual bool verify() { return true; }
    /// What the current row, which matches, earns; 0 for filters.
    virtual double score() const { return 0; }
    /// Appends what score() is the sum of, in its order; `text` is left to the caller.
    virtual void add_parts(std::vector<ScorePart>& /*parts*/) const {}
    /// About how many candidates there are, for choosing which list leads.
    virtual std::uint64_t cost() const = 0;

protected:
    std::uint32_t row_ = 0;
};

using CursorPtr = std::unique_ptr<Cursor>;

}  // namespace dateline
