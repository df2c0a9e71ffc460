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

/// Articles published on certain days, or undated ones. `instants` are the moments of these days in the zone that
/// counts, for dates with a time.
class DateCursor : public Cursor {
public:
    DateCursor(const IndexSegment& segment, Interval days, Interval instants, bool undated);

    void begin() override { skip_to(0); }
    void next() override { skip_to(row_ + 1); }
    void skip_to(std::uint32_t row) override;
    bool contains(std::uint32_t row) override;
    std::uint64_t cost() const override { return dates_.size(); }

private:
    bool matches(std::uint32_t row) const;

    std::span<const PackedDate> dates_;
    Interval days_;
    Interval instants_;
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

/// Articles of so many words in lead and body.
class LengthCursor : public Cursor {
public:
    LengthCursor(const IndexSegment& segment, std::uint64_t least, std::uint64_t most)
        : lengths_(segment.columns().lengths()), least_(least), most_(most) {}

    void begin() override { skip_to(0); }
    void next() override { skip_to(row_ + 1); }
    void skip_to(std::uint32_t row) override;
    bool contains(std::uint32_t row) override;
    std::uint64_t cost() const override { return lengths_.size(); }

private:
    bool matches(std::uint32_t row) const;

    std::span<const FieldLengths> lengths_;
    std::uint64_t least_;
    std::uint64_t most_;
};

/// The same articles as another cursor, with a multiple of its score.
class ScaledCursor : public Cursor {
public:
    ScaledCursor(CursorPtr inner, double factor) : inner_(std::move(inner)), factor_(factor) {
        inner_->begin();
        row_ = inner_->row();
    }

    void next() override {
        inner_->next();
        row_ = inner_->row();
    }
    void skip_to(std::uint32_t row) override {
        if (inner_->row() < row) inner_->skip_to(row);
        row_ = inner_->row();
    }
    bool verify() override { return inner_->verify(); }
    double score() const override { return factor_ * inner_->score(); }
    std::uint64_t cost() const override { return inner_->cost(); }

private:
    CursorPtr inner_;
    double factor_;
};

}  // namespace dateline
