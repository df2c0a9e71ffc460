#pragma once

#include <vector>

#include "common/index/segment.h"
#include "searcher/match/span_expression.h"

namespace dateline {

/// Values of one field that are looked for, by their numbers in a segment.
struct WantedValues {
    const Field* field = nullptr;
    std::vector<bool> values;
};

/// The places where a text names something or speaks of a time: mentions whose value is wanted.
class MentionExpression : public SpanExpression {
public:
    MentionExpression(const IndexSegment& segment, std::vector<WantedValues> wanted, FieldMask fields, std::size_t part)
        : segment_(segment), wanted_(std::move(wanted)), fields_(fields), part_(part) {}
    std::vector<WordSpan> find(const SpanScene& scene) const override;
    void mark(const SpanScene& scene, const std::vector<WordSpan>& wanted, std::vector<PartSpan>& marks) const override;

private:
    bool is_wanted(std::uint32_t row, const MentionPlace& place) const;

    const IndexSegment& segment_;
    std::vector<WantedValues> wanted_;
    FieldMask fields_;
    std::size_t part_;
};

}  // namespace dateline
