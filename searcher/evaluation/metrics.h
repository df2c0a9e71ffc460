#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "searcher/evaluation/qrels.h"

/// How good one ranked list is, by the definitions of NIST's trec_eval (github.com/usnistgov/trec_eval; the file named
/// at each function is its own). Ranks count from 1; an article without judgement is not relevant. `ranked` has ids,
/// best first, none twice; a measure over all ranks means all of these.
namespace dateline {

using RankedIds = std::span<const std::string>;

/// Articles judged relevant, found or not.
std::size_t relevant_count(const Judgements& judgements);

/// The sum of the precision at the rank of each relevant article found, divided by all relevant articles (m_map.c; its
/// mean over topics is MAP). 0 where nothing is relevant.
double average_precision(RankedIds ranked, const Judgements& judgements);

/// The sum of gain / log2(rank + 1) over the first `cutoff` ranks, divided by that of the best order of the judged
/// articles; the gain is the judgement, negative ones count 0 (m_ndcg_cut.c of trec_eval 9; after Jarvelin, Kekalainen:
/// Cumulated gain-based evaluation of IR techniques, 2002, but for the discount, which there begins behind rank 2).
double ndcg(RankedIds ranked, const Judgements& judgements, std::size_t cutoff);

/// Relevant articles among the first `cutoff`, divided by `cutoff`, however few were found (m_P.c).
double precision(RankedIds ranked, const Judgements& judgements, std::size_t cutoff);

/// Relevant articles among the first `cutoff`, divided by all relevant articles (m_recall.c).
double recall(RankedIds ranked, const Judgements& judgements, std::size_t cutoff);

/// 1 / rank of the first relevant article, 0 where none was found (m_recip_rank.c; its mean over topics is MRR).
double reciprocal_rank(RankedIds ranked, const Judgements& judgements);

/// A measure by name.
struct Metric {
    enum class Kind : std::uint8_t { average_precision, ndcg, precision, recall, reciprocal_rank };

    Kind kind = Kind::average_precision;
    std::size_t cutoff = 0;  ///< ranks that count, for ndcg, precision and recall

    bool operator==(const Metric&) const = default;
};

/// `map`, `mrr`, or `ndcg@K`, `p@K`, `r@K` with a K of at least 1; nothing for any other name.
std::optional<Metric> metric_of(std::string_view name);
/// The name `metric_of` reads, and the one for people: `ndcg@10`, `nDCG@10`.
std::string metric_name(const Metric& metric);
std::string metric_title(const Metric& metric);

double measure(const Metric& metric, RankedIds ranked, const Judgements& judgements);

}  // namespace dateline
