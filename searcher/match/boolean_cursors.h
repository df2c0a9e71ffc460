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
    void add_parts(std::vector<ScorePart>& parts) const override;
    std::uint64_t cost() const override { return children_.front()->cost(); }

private:
    void settle();

    std::vector<CursorPtr> children_;
    std::vector<const Cursor*> in_query_order_;  ///< so that a score's sum does not depend on which list is rarest
    std::vector<CursorPtr> excluded_;
};

/// Articles that any child matches. Each child in turn walks a window of rows, so that many children cost no more for
/// each posting than few: rows are verified and scored as the window is filled.
class OrCursor : public Cursor {
public:
    explicit OrCursor(std::vector<CursorPtr> children);

    void next() override { move_to(row_ + 1); }
    void skip_to(std::uint32_t row) override {
        if (row_ < row) move_to(row);
    }
    double score() const override { return scores_[row_ - window_begin_]; }
    std::uint64_t cost() const override { return cost_; }

private:
    static constexpr std::uint32_t most_rows = 2048;
    static constexpr std::uint32_t least_rows = 64;

    void move_to(std::uint32_t row);
    /// Makes row_ the first match of the window at or after `row`, or end.
    void find_in_window(std::uint32_t row);
    void fill_window(std::uint32_t row);

    std::vector<CursorPtr> children_;
    std::uint64_t cost_ = 0;
    std::vector<std::uint64_t> matches_;  ///< of the window, a bit for each row
    std::vector<double> scores_;          ///< of the window's matches
    std::uint32_t window_begin_ = 0;
    std::uint32_t window_end_ = 0;
    std::uint32_t window_rows_ = least_rows;  ///< grows while rows are asked for one after the other
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
    void add_parts(std::vector<ScorePart>& parts) const override;
    std::uint64_t cost() const override { return inner_->cost(); }

private:
    CursorPtr inner_;
    double factor_;
};

/// The same articles as one cursor; those that another lists too earn what they do there besides.
class BesidesCursor : public Cursor {
public:
    BesidesCursor(CursorPtr main, CursorPtr besides) : main_(std::move(main)), besides_(std::move(besides)) {}

    void begin() override {
        main_->begin();
        besides_->begin();
        row_ = main_->row();
    }
    void next() override {
        main_->next();
        row_ = main_->row();
    }
    void skip_to(std::uint32_t row) override {
        if (main_->row() < row) main_->skip_to(row);
        row_ = main_->row();
    }
    bool verify() override;
    double score() const override { return main_->score() + (has_besides_ ? besides_->score() : 0); }
    std::uint64_t cost() const override { return main_->cost(); }

private:
    CursorPtr main_;
    CursorPtr besides_;
    bool has_besides_ = false;
};

}  // namespace dateline
