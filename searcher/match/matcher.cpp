#include "searcher/match/matcher.h"

#include <algorithm>

namespace dateline {
namespace {

/// Keeps the best hits, or the best of those behind one: a heap whose top is the worst of them.
class BestHits {
public:
    BestHits(const Index& index, SortOrder order, std::size_t limit, const Hit* after)
        : index_(index), order_(order), limit_(limit), after_(after) {}

    void offer(const Hit& hit) {
        if (after_ != nullptr && !is_before(*after_, hit)) return;
        const auto better = [this](const Hit& a, const Hit& b) { return is_before(a, b); };
        if (hits_.size() < limit_) {
            hits_.push_back(hit);
            std::push_heap(hits_.begin(), hits_.end(), better);
        } else if (limit_ > 0 && is_before(hit, hits_.front())) {
            std::pop_heap(hits_.begin(), hits_.end(), better);
            hits_.back() = hit;
            std::push_heap(hits_.begin(), hits_.end(), better);
        }
    }

    std::vector<Hit> take() {
        std::sort_heap(hits_.begin(), hits_.end(), [this](const Hit& a, const Hit& b) { return is_before(a, b); });
        return std::move(hits_);
    }

private:
    bool is_before(const Hit& a, const Hit& b) const {
        if (order_ == SortOrder::relevance && a.score != b.score) return a.score > b.score;
        if (a.seconds != b.seconds) {
            const bool undated = a.seconds == PackedDate::undated || b.seconds == PackedDate::undated;
            return order_ == SortOrder::oldest && !undated ? a.seconds < b.seconds : a.seconds > b.seconds;
        }
        if (order_ != SortOrder::relevance && a.score != b.score) return a.score > b.score;
        return id_of(a) < id_of(b);
    }

    std::string_view id_of(const Hit& hit) const { return index_.segments()[hit.segment]->stored().card(hit.row).id; }

    const Index& index_;
    SortOrder order_;
    std::size_t limit_;
    const Hit* after_;
    std::vector<Hit> hits_;
};

}  // namespace

Matches match(const query::Node& tree, MatchContext& context, const PlanOptions& options, SortOrder order,
              std::size_t limit, FacetCounter& facets, const Hit* after) {
    context.begin_pass();
    Matches matches;
    BestHits best(context.index(), order, limit, after);
    for (std::uint32_t number = 0; number < context.index().segments().size(); ++number) {
        const IndexSegment& segment = *context.index().segments()[number];
        const Deletions& deletions = segment.deletions();
        const auto dates = segment.columns().dates();
        const bool has_facets = !facets.empty();
        facets.begin_segment(context.names(number));
        const CursorPtr cursor = plan(tree, number, context, options);
        for (cursor->begin(); cursor->row() != Cursor::end; cursor->next()) {
            context.deadline().check();
            const std::uint32_t row = cursor->row();
            if (deletions.contains(row) || !cursor->verify()) continue;
            ++matches.total;
            if (has_facets) facets.count(row);
            if (limit == 0) continue;
            const PackedDate date = dates[row];
            const std::int64_t seconds = date.is_undated() ? PackedDate::undated : date.seconds();
            const double recency = options.recency ? options.recency->factor(date.is_undated(), seconds) : 1;
            best.offer({number, row, cursor->score() * recency, seconds});
        }
        facets.end_segment();
    }
    matches.best = best.take();
    return matches;
}

}  // namespace dateline
