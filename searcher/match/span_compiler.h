#pragma once

#include <cstddef>
#include <memory>

#include "searcher/match/planner.h"
#include "searcher/match/query_terms.h"
#include "searcher/match/span_expression.h"

namespace dateline {

/// From the operands of a positional query to a SpanExpression over one segment.
class SpanCompiler {
public:
    SpanCompiler(std::size_t segment, MatchContext& context, const PlanOptions& options = {});

    /// Null where the node has no word in it. Not for dates, values, And, Not and Required.
    SpanExpressionPtr compile(const query::Node& node, FieldMask fields);

    /// The idf of all words compiled so far, summed.
    double idf() const { return idf_; }
    /// Leaves compiled so far: PartSpan::part of the next.
    std::size_t parts() const { return idf_of_part_.size(); }
    double idf_of_part(std::size_t part) const { return idf_of_part_[part]; }

private:
    SpanExpressionPtr compile(const query::Word& word);
    SpanExpressionPtr compile(const query::Phrase& phrase);
    SpanExpressionPtr compile(const query::Pattern& pattern);
    SpanExpressionPtr compile(const query::Sequence& node);
    SpanExpressionPtr compile(const query::Near& node);
    SpanExpressionPtr compile(const query::Modified& node);
    SpanExpressionPtr compile(const query::Or& node);
    SpanExpressionPtr compile(const query::InField& node);
    SpanExpressionPtr compile(const query::And&) { return nullptr; }
    SpanExpressionPtr compile(const query::Not&) { return nullptr; }
    SpanExpressionPtr compile(const query::Required&) { return nullptr; }
    SpanExpressionPtr compile(const query::DateRange& range);
    SpanExpressionPtr compile(const query::LengthRange&) { return nullptr; }
    SpanExpressionPtr compile(const query::NodePtr& node) { return compile(*node, fields_); }

    SpanExpressionPtr stretch(const query::Phrase& phrase);
    void add_stretch_items(const query::Node& item, std::vector<SpanExpressionPtr>& items);
    /// The places where values of a field stand.
    SpanExpressionPtr values(const query::InField& node);
    SpanExpressionPtr row(const QueryLeaf& leaf, bool is_phrase);
    SpanExpressionPtr either(std::vector<SpanExpressionPtr> items);
    LanguageIds stemmed_ids(const QueryToken& token);
    IdSet cased(const IdSet& ids) const;
    std::size_t new_part(double idf);
    double idf_of(const QueryToken& token, query::Exactness exactness);

    std::size_t number_;
    const IndexSegment& segment_;
    PostingLists& lists_;
    MatchContext& context_;
    const PlanOptions& options_;
    FieldMask fields_ = all_text_fields;
    std::vector<query::Modified::Kind> cases_;  ///< CAPS, ALLCAPS and NOCAPS around, the outermost first
    double idf_ = 0;
    std::vector<double> idf_of_part_;
};

/// The fields that an InField node of a text field restricts to.
FieldMask text_mask(const query::InField& node);

}  // namespace dateline
