#include "indexer/entities/training/span_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace dateline::entities {
namespace {

struct Span {
    std::size_t begin;
    std::size_t end;
    EntityType type;

    bool operator==(const Span&) const = default;
};

std::vector<Span> spans_of(std::span<const Label> labels) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == outside) continue;
        const std::size_t begin = i;
        while (!closes(labels[i])) ++i;
        spans.push_back({begin, i, type_of(labels[i])});
    }
    return spans;
}

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

void SpanScores::add(std::span<const Label> gold, std::span<const Label> found) {
    const std::vector<Span> wanted = spans_of(gold);
    const std::vector<Span> got = spans_of(found);
    for (const Span& span : wanted) {
        Count& count = counts_[static_cast<std::size_t>(span.type)];
        ++count.gold;
        if (std::ranges::find(got, span) != got.end()) ++count.both;
    }
    for (const Span& span : got) ++counts_[static_cast<std::size_t>(span.type)].found;
}

SpanScores::Count SpanScores::all() const {
    Count sum;
    for (const Count& count : counts_) {
        sum.gold += count.gold;
        sum.found += count.found;
        sum.both += count.both;
    }
    return sum;
}

double SpanScores::f1(const Count& count) { return percent(2 * count.both, count.gold + count.found); }

double SpanScores::f1() const { return f1(all()); }

std::string SpanScores::summary() const {
    const Count sum = all();
    std::string text = fmt::format("F1 {:.2f} (", f1());
    for (std::size_t i = 0; i < counts_.size(); ++i) {
        text += fmt::format("{}{} {:.1f}", i == 0 ? "" : " ", name_of(static_cast<EntityType>(i)), f1(counts_[i]));
    }
    return text +
           fmt::format("), precision {:.2f}, recall {:.2f}", percent(sum.both, sum.found), percent(sum.both, sum.gold));
}

}  // namespace dateline::entities
