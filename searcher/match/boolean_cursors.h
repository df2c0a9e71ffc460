#pragma once

#include <cstdint>
#include <vector>

#include "common/date.h"
#include "common/index/segment.h"
#include "searcher/match/cursor.h"

/// Cursors made of other cursors, and those over all articles.
namespace dateline {

/// Articles that all children match and none of the excluded does. The rarest child leads, the others follow by
/// skip_to, filters only say yes or no. At least one child.
class AndCursor : public Cursor {
public:
    AndCursor(std::vector<CursorPtr> children, std::vector<CursorPtr> excluded);

    void next() override;
    void skip_to(std::uint32_t row) override;
    bool verify() override;
    double score() const override;
    std::uint64_t cost() const override { return children_.front()->cost(); }

private:
    void settle();

    std::vector<CursorPtr> children_;
    std::vector<const Cursor*> in_query_order_;  ///< so that a score's sum does not depend on which list is rarest
    std::vector<CursorPtr> excluded_;
};

/// Articles that any child matches.
class OrCursor : public Cursor {
public:
    explicit OrCursor(std::vector<CursorPtr> children);

    void next() override;
    void skip_to(std::uint32_t row) override;
    bool verify() override;
    double score() const override;
    std::uint64_t cost() const override { return cost_; }

private:
    void settle();

    std::vector<CursorPtr> children_;
    std::vector<bool> matches_;  ///< of the current row, after verify()
    std::uint64_t cost_ = 0;
};

/// Articles published within an interval, or undated ones.
class DateCursor : public Cursor {
public:
    DateCursor(const IndexSegment& segment, Interval interval, bool undated);

    void begin() override { skip_to(0); }
    void next() override { skip_to(row_ + 1); }
    void skip_to(std::uint32_t row) override;
    bool contains(std::uint32_t row) override;
    std::uint64_t cost() const override { return dates_.size(); }

private:
    bool matches(std::uint32_t row) const;

    std::span<const PackedDate> dates_;
    Interval interval_;
    bool undated_;
};

/// No article at all.
class NothingCursor : public Cursor {
public:
    NothingCursor() { row_ = end; }
    void next() override {}
    void skip_to(std::uint32_t) override {}
    std::uint64_t cost() const override { return 0; }
};

}  // namespace dateline
