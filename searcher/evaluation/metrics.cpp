#include "searcher/evaluation/metrics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace dateline {
namespace {

int gain(const Judgements& judgements, const std::string& id) {
    const auto found = judgements.find(id);
    return found == judgements.end() ? 0 : std::max(found->second, 0);
}

bool is_relevant(const Judgements& judgements, const std::string& id) { return gain(judgements, id) > 0; }

RankedIds first(RankedIds ranked, std::size_t cutoff) { return ranked.first(std::min(cutoff, ranked.size())); }

double relevant_found(RankedIds ranked, const Judgements& judgements) {
    return static_cast<double>(std::count_if(ranked.begin(), ranked.end(),
                                             [&](const std::string& id) { return is_relevant(judgements, id); }));
}

/// `index` counts from 0.
double discounted(int gain, std::size_t index) { return gain / std::log2(static_cast<double>(index) + 2); }

double best_cumulated_gain(const Judgements& judgements, std::size_t cutoff) {
    std::vector<int> gains;
    for (const auto& [id, relevance] : judgements) gains.push_back(std::max(relevance, 0));
    std::sort(gains.begin(), gains.end(), std::greater<>());
    double sum = 0;
    for (std::size_t i = 0; i < std::min(cutoff, gains.size()); ++i) sum += discounted(gains[i], i);
    return sum;
}

struct MetricRow {
    Metric::Kind kind;
    std::string_view name;
    std::string_view title;
    bool has_cutoff;
};

constexpr std::array metric_rows{
    MetricRow{Metric::Kind::average_precision, "map", "MAP", false},
    MetricRow{Metric::Kind::ndcg, "ndcg", "nDCG", true},
    MetricRow{Metric::Kind::precision, "p", "P", true},
    MetricRow{Metric::Kind::recall, "r", "R", true},
    MetricRow{Metric::Kind::reciprocal_rank, "mrr", "MRR", false},
};

const MetricRow& row_of(Metric::Kind kind) {
    return *std::find_if(metric_rows.begin(), metric_rows.end(),
                         [&](const MetricRow& row) { return row.kind == kind; });
}

std::optional<std::size_t> cutoff_of(std::string_view digits) {
    std::size_t cutoff = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), cutoff);
    if (error != std::errc{} || end != digits.data() + digits.size() || cutoff == 0) return std::nullopt;
    return cutoff;
}

std::string with_cutoff(std::string_view name, const Metric& metric) {
    std::string text(name);
    if (row_of(metric.kind).has_cutoff) text += "@" + std::to_string(metric.cutoff);
    return text;
}

}  // namespace

std::size_t relevant_count(const Judgements& judgements) {
    return static_cast<std::size_t>(
        std::count_if(judgements.begin(), judgements.end(), [](const auto& judged) { return judged.second > 0; }));
}

double average_precision(RankedIds ranked, const Judgements& judgements) {
    const auto relevant = static_cast<double>(relevant_count(judgements));
    double found = 0;
    double sum = 0;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (!is_relevant(judgements, ranked[i])) continue;
        found += 1;
        sum += found / static_cast<double>(i + 1);
    }
    return relevant > 0 ? sum / relevant : 0;
}

double ndcg(RankedIds ranked, const Judgements& judgements, std::size_t cutoff) {
    const RankedIds counted = first(ranked, cutoff);
    double sum = 0;
    for (std::size_t i = 0; i < counted.size(); ++i) sum += discounted(gain(judgements, counted[i]), i);
    const double best = best_cumulated_gain(judgements, cutoff);
    return best > 0 ? sum / best : 0;
}

double precision(RankedIds ranked, const Judgements& judgements, std::size_t cutoff) {
    return relevant_found(first(ranked, cutoff), judgements) / static_cast<double>(cutoff);
}

double recall(RankedIds ranked, const Judgements& judgements, std::size_t cutoff) {
    const auto relevant = static_cast<double>(relevant_count(judgements));
    return relevant > 0 ? relevant_found(first(ranked, cutoff), judgements) / relevant : 0;
}

double reciprocal_rank(RankedIds ranked, const Judgements& judgements) {
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (is_relevant(judgements, ranked[i])) return 1 / static_cast<double>(i + 1);
    }
    return 0;
}

std::optional<Metric> metric_of(std::string_view name) {
    const std::size_t at = name.find('@');
    const bool has_cutoff = at != std::string_view::npos;
    const auto row = std::find_if(metric_rows.begin(), metric_rows.end(), [&](const MetricRow& candidate) {
        return candidate.name == name.substr(0, at) && candidate.has_cutoff == has_cutoff;
    });
    if (row == metric_rows.end()) return std::nullopt;
    if (!has_cutoff) return Metric{row->kind};
    const auto cutoff = cutoff_of(name.substr(at + 1));
    return cutoff ? std::optional(Metric{row->kind, *cutoff}) : std::nullopt;
}

std::string metric_name(const Metric& metric) { return with_cutoff(row_of(metric.kind).name, metric); }

std::string metric_title(const Metric& metric) { return with_cutoff(row_of(metric.kind).title, metric); }

double measure(const Metric& metric, RankedIds ranked, const Judgements& judgements) {
    switch (metric.kind) {
    case Metric::Kind::average_precision: return average_precision(ranked, judgements);
    case Metric::Kind::ndcg: return ndcg(ranked, judgements, metric.cutoff);
    case Metric::Kind::precision: return precision(ranked, judgements, metric.cutoff);
    case Metric::Kind::recall: return recall(ranked, judgements, metric.cutoff);
    case Metric::Kind::reciprocal_rank: return reciprocal_rank(ranked, judgements);
    }
    return 0;
}

}  // namespace dateline
