#include "searcher/match/span_cursor.h"

#include <numeric>

namespace dateline {

SpanCursor::SpanCursor(CursorPtr candidates, SpanExpressionPtr expression, std::uint32_t least, double idf,
                       const IndexSegment& segment, const Bm25f& ranking, SpanWork& work)
    : candidates_(std::move(candidates)),
      expression_(std::move(expression)),
      least_(least),
      idf_(idf),
      streams_(segment.streams()),
      lengths_(segment.columns().lengths()),
      languages_(segment),
      ranking_(ranking),
      work_(work),
      ahead_(streams_) {
    candidates_->begin();
    SpanCursor::next();
}

std::uint32_t SpanCursor::take() {
    const std::uint32_t row = candidates_->row();
    if (row != end) candidates_->next();
    return row;
}

void SpanCursor::next() {
    ahead_.next([this] { return take(); });
    row_ = ahead_.row();
}

void SpanCursor::skip_to(std::uint32_t row) {
    const auto skip = [this](std::uint32_t wanted) {
        if (candidates_->row() < wanted) candidates_->skip_to(wanted);
    };
    ahead_.skip_to(
        row, [this] { return take(); }, skip);
    row_ = ahead_.row();
}

bool SpanCursor::verify() {
    const std::string_view stream = streams_.of(row_);
    const LanguageMask language = languages_.bit(row_);
    if (const auto counted = expression_->count_in(stream, language)) {
        frequency_ = *counted;
        return std::accumulate(counted->count.begin(), counted->count.end(), 0U) >= least_;
    }
    if (!expression_->may_stand_in(stream, language)) return false;
    words_.decode(stream);
    work_.begin_article();
    const std::vector<WordSpan> spans = expression_->find({words_, language, work_, row_});
    if (spans.size() < least_) return false;
    frequency_ = {};
    for (const WordSpan& span : spans) ++frequency_.count[static_cast<std::size_t>(words_.field(span.begin))];
    return true;
}

}  // namespace dateline
