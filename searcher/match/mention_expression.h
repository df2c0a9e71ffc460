#pragma once

#include <vector>

#include "common/index/segment.h"
#include "searcher/match/span_expression.h"
#include "searcher/naming/value_names.h"

namespace dateline {

/// Names of one field that are looked for, by their numbers in a segment.
struct WantedNames {
    const ValueNames* names = nullptr;  ///< never null
    std::vector<bool> wanted;
};

/// The places where a text names something or speaks of a time: mentions whose name is wanted.
class MentionExpression : public SpanExpression {
public:
    MentionExpression(const IndexSegment& segment, std::vector<WantedNames> wanted, FieldMask fields, std::size_t part)
        : segment_(segment), wanted_(std::move(wanted)), fields_(fields), part_(part) {}
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const override;

private:
    bool is_wanted(std::uint32_t row, const MentionPlace& place) const;

    const IndexSegment& segment_;
    std::vector<WantedNames> wanted_;
    FieldMask fields_;
    std::size_t part_;
};

}  // namespace dateline
