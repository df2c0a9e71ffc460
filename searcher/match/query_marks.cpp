#include "searcher/match/query_marks.h"

#include "common/index/terms.h"
#include "searcher/match/query_terms.h"

namespace dateline {
namespace {

class MarkMaker {
public:
    MarkMaker(MatchContext& context, const PlanOptions& options) : context_(context), options_(options) {}

    void visit(const query::Node& node) {
        std::visit([&](const auto& value) { visit(value); }, node.value);
    }

    std::vector<Mark> take() { return std::move(marks_); }

private:
    void visit(const query::Word& word) {
        for (const QueryLeaf& leaf : leaves_of(word, context_.analyzer())) add(leaf);
    }
    void visit(const query::Phrase& phrase) {
        QueryLeaf leaf = leaf_of(phrase, context_.analyzer());
        if (!options_.phrases_as_close_words && !options_.phrases_as_words) return add(leaf);
        for (QueryToken& token : leaf.tokens) add({{std::move(token)}, leaf.exactness});
    }
    void visit(const query::DateRange&) {}
    void visit(const query::And& node) {
        for (const auto& child : node.children) visit(*child);
    }
    void visit(const query::Or& node) {
        for (const auto& child : node.children) visit(*child);
    }
    void visit(const query::Not&) {}
    void visit(const query::Required& node) { visit(*node.child); }
    void visit(const query::InField& node) {
        if (node.filter) return;
        const std::string outer = std::exchange(field_, node.field);
        visit(*node.child);
        field_ = outer;
    }

    void add(const QueryLeaf& leaf) {
        if (leaf.tokens.empty()) return;
        Mark mark{.field = field_, .items = {}, .weight = 0};
        for (const QueryToken& token : leaf.tokens) {
            mark.items.push_back({leaf.exactness, token.folded, token.literal});
            const std::uint64_t frequency = context_.document_frequency(terms::word(token.folded));
            mark.weight += context_.ranking().idf(static_cast<double>(frequency));
        }
        marks_.push_back(std::move(mark));
    }

    MatchContext& context_;
    const PlanOptions& options_;
    std::string field_;
    std::vector<Mark> marks_;
};

}  // namespace

std::vector<Mark> marks_of(const query::Node& tree, MatchContext& context, const PlanOptions& options) {
    MarkMaker maker(context, options);
    maker.visit(tree);
    return maker.take();
}

}  // namespace dateline
