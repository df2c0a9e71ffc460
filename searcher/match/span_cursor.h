#pragma once

#include <cstdint>
#include <span>

#include "common/index/segment.h"
#include "searcher/match/bm25f.h"
#include "searcher/match/cursor.h"
#include "searcher/match/rows_ahead.h"
#include "searcher/match/span_expression.h"

namespace dateline {

/// Articles in which an expression has spans: candidates from the lists of its words, the rest from the token stream.
class SpanCursor : public Cursor {
public:
    /// `candidates`: every match is among them. `least`: so many spans an article must have. `idf`: of all words
    /// together. `work`: what the query has spent so far.
    SpanCursor(CursorPtr candidates, SpanExpressionPtr expression, std::uint32_t least, double idf,
               const IndexSegment& segment, const Bm25f& ranking, SpanWork& work);

    void next() override;
    void skip_to(std::uint32_t row) override;
    bool verify() override;
    double score() const override { return ranking_.score(idf_, frequency_, lengths_[row_]); }
    void add_parts(std::vector<ScorePart>& parts) const override {
        parts.push_back(ranking_.part(idf_, frequency_, lengths_[row_]));
    }
    std::uint64_t cost() const override { return candidates_->cost(); }

private:
    std::uint32_t take();

    CursorPtr candidates_;
    SpanExpressionPtr expression_;
    std::uint32_t least_;
    double idf_;
    const TokenStreams& streams_;
    std::span<const FieldLengths> lengths_;
    RowLanguages languages_;
    const Bm25f& ranking_;
    SpanWork& work_;
    ArticleWords words_;
    FieldFrequency frequency_;
    RowsAhead ahead_;
};

}  // namespace dateline
