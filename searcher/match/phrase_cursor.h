#pragma once

#include <cstdint>
#include <vector>

#include "common/index/segment.h"
#include "searcher/match/bm25f.h"
#include "searcher/match/cursor.h"
#include "searcher/match/posting_lists.h"
#include "searcher/match/rows_ahead.h"
#include "searcher/match/spans.h"

namespace dateline {

/// Words in a row or close together: candidates from the rarest lists, verified on the token stream.
class PhraseCursor : public Cursor {
public:
    /// `lists`: lists that every match is in, the rarest first; at least one. `idf`: of the whole phrase.
    PhraseCursor(std::vector<PostingReader> lists, SpanPattern pattern, double idf, std::uint64_t cost,
                 const IndexSegment& segment, const Bm25f& ranking);

    void next() override;
    void skip_to(std::uint32_t row) override;
    bool verify() override;
    double score() const override { return ranking_.score(idf_, frequency_, lengths_[row_]); }
    void add_parts(std::vector<ScorePart>& parts) const override {
        parts.push_back(ranking_.part(idf_, frequency_, lengths_[row_]));
    }
    std::uint64_t cost() const override { return cost_; }

private:
    bool all_lists_at_lead();
    std::uint32_t take();

    std::vector<PostingReader> lists_;
    SpanCounter spans_;
    double idf_;
    std::uint64_t cost_;
    const TokenStreams& streams_;
    std::span<const FieldLengths> lengths_;
    const Bm25f& ranking_;
    FieldFrequency frequency_;
    RowsAhead ahead_;
};

}  // namespace dateline
