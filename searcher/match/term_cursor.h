#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/index/segment.h"
#include "searcher/match/bm25f.h"
#include "searcher/match/cursor.h"
#include "searcher/match/posting_lists.h"
#include "searcher/match/spans.h"

namespace dateline {

/// A word: the union of the lists it is found by, restricted to some fields. Scores by BM25F.
class TermCursor : public Cursor {
public:
    TermCursor(std::vector<TermAlternative> alternatives, FieldMask fields, double idf, std::uint64_t cost,
               const IndexSegment& segment, const Bm25f& ranking);

    void next() override;
    void skip_to(std::uint32_t row) override;
    /// Where only some forms of a word count, the token stream says whether one of them stands there.
    bool verify() override { return !needs_stream_ || frequency().any(); }
    double score() const override { return ranking_.score(idf_, frequency(), lengths_[row_]); }
    void add_parts(std::vector<ScorePart>& parts) const override {
        parts.push_back(ranking_.part(idf_, frequency(), lengths_[row_]));
    }
    std::uint64_t cost() const override { return cost_; }

private:
    /// Sum of the lists' frequencies at the current row, in the fields asked for.
    FieldFrequency frequency() const;
    FieldFrequency frequency_of(std::size_t alternative) const;
    bool counts(const TermAlternative& alternative) const;
    void settle();

    std::vector<TermAlternative> alternatives_;
    std::vector<std::optional<SpanCounter>> forms_;  ///< of each alternative of which only some forms count
    FieldMask fields_;
    double idf_;
    std::uint64_t cost_;
    bool needs_stream_ = false;
    bool is_plain_ = false;  ///< one list, and all of it counts
    std::span<const FieldLengths> lengths_;
    const TokenStreams& streams_;
    RowLanguages languages_;
    const Bm25f& ranking_;
};

}  // namespace dateline
