#include "searcher/match/score_explanation.h"

#include "searcher/query/printer.h"
#include "searcher/query/tree.h"

namespace dateline {
namespace {

/// Walks a tree: what is no operator is planned by itself and asked for the row. A branch that the row does not match
/// gives nothing, as in matching.
class Explainer {
public:
    Explainer(MatchContext& context, const PlanOptions& options, std::size_t segment, std::uint32_t row)
        : context_(context), options_(options), segment_(segment), row_(row) {}

    /// Whether the row matches.
    bool explain(const query::Node& node) {
        const query::NodePtr asked = in_field(node);
        const CursorPtr cursor = plan(*asked, segment_, context_, options_);
        cursor->begin();
        if (cursor->row() < row_) cursor->skip_to(row_);
        if (cursor->row() != row_ || !cursor->verify()) return false;
        if (!std::visit([&](const auto& value) { return explain_children(value); }, node.value))
            add_leaf(*asked, *cursor);
        return true;
    }

    std::vector<ScorePart> take_parts() { return std::move(parts_); }

private:
    /// False where the node has no children to be explained: it is a leaf.
    template <typename Leaf>
    bool explain_children(const Leaf&) {
        return false;
    }
    bool explain_children(const query::DateRange& range) { return !range.mentioned; }
    bool explain_children(const query::LengthRange&) { return true; }
    bool explain_children(const query::Not&) { return true; }
    bool explain_children(const query::And& node) { return explain_all(node.children); }
    bool explain_children(const query::Or& node) { return explain_all(node.children); }
    bool explain_children(const query::Required& node) { return explain(*node.child), true; }
    bool explain_children(const query::InField& node) {
        if (node.filter) return true;
        const query::InField* outer = std::exchange(field_, &node);
        explain(*node.child);
        field_ = outer;
        return true;
    }
    bool explain_children(const query::Modified& node) {
        if (node.kind != query::Modified::Kind::boost) return false;
        const double outer = std::exchange(factor_, factor_ * node.value);
        explain(*node.child);
        factor_ = outer;
        return true;
    }
    bool explain_all(const std::vector<query::NodePtr>& children) {
        for (const query::NodePtr& child : children) {
            if (!std::holds_alternative<query::Not>(child->value)) explain(*child);
        }
        return true;
    }

    void add_leaf(const query::Node& asked, const Cursor& cursor) {
        const std::size_t first = parts_.size();
        cursor.add_parts(parts_);
        if (parts_.size() == first && cursor.score() != 0) parts_.push_back({.score = cursor.score()});
        for (std::size_t i = first; i < parts_.size(); ++i) {
            parts_[i].text = query::print(asked);
            parts_[i].factor *= factor_;
            parts_[i].score *= factor_;
        }
    }

    query::NodePtr in_field(const query::Node& node) const {
        query::NodePtr copy = query::clone(node);
        if (field_ == nullptr) return copy;
        return query::make_node(
            query::InField{field_->field, std::move(copy), field_->filter, field_->span, field_->placed});
    }

    MatchContext& context_;
    const PlanOptions& options_;
    std::size_t segment_;
    std::uint32_t row_;
    const query::InField* field_ = nullptr;
    double factor_ = 1;
    std::vector<ScorePart> parts_;
};

}  // namespace

ScoreExplanation explain_score(const query::Node& tree, MatchContext& context, const PlanOptions& options,
                               std::size_t segment, std::uint32_t row) {
    PlanOptions plain = options;
    plain.besides = nullptr;
    context.begin_pass();
    ScoreExplanation explanation;
    Explainer of_query(context, plain, segment, row);
    explanation.matches = of_query.explain(tree);
    if (!explanation.matches) return explanation;
    explanation.parts = of_query.take_parts();
    if (options.besides) {
        Explainer of_besides(context, plain, segment, row);
        of_besides.explain(*options.besides);
        explanation.besides = of_besides.take_parts();
    }
    const PackedDate date = context.index().segments()[segment]->columns().dates()[row];
    if (options.recency) explanation.recency = options.recency->factor(date.is_undated(), date.seconds());
    for (const auto* parts : {&explanation.parts, &explanation.besides}) {
        for (const ScorePart& part : *parts) explanation.score += part.score;
    }
    explanation.score *= explanation.recency;
    return explanation;
}

}  // namespace dateline
