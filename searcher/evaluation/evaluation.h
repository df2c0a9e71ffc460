#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/evaluation/metrics.h"
#include "searcher/evaluation/qrels.h"
#include "searcher/query_file.h"
#include "searcher/search.h"

/// Runs queries and holds what comes against judgements.
namespace dateline {

/// What can be measured, and what is left out of every mean.
struct EvaluationTopics {
    std::vector<NumberedQuery> asked;           ///< with a relevant article, in the order of the queries
    std::vector<std::string> without_relevant;  ///< asked, but no article is judged relevant
    std::vector<std::string> not_asked;         ///< judged, but there is no query
};

/// Throws UsageError where two queries have one id.
EvaluationTopics evaluation_topics(const std::vector<NumberedQuery>& queries, const Qrels& qrels);

struct EvaluationOptions {
    std::vector<Metric> metrics;
    MatchMode match = MatchMode::any;  ///< nothing is relaxed, so automatic is all
    std::size_t limit = 1000;          ///< results for a query
    bool expand = false;               ///< as Request has it
};

struct TopicFigures {
    std::string id;
    std::vector<double> values;  ///< one a metric
};

struct Evaluation {
    std::vector<TopicFigures> topics;
    std::vector<double> mean;  ///< over all topics; one without results counts 0 in it
};

/// Ranks each topic's articles, in the searcher's order, and measures. Throws UsageError naming the query that cannot
/// be read.
Evaluation evaluate(Searcher& searcher, const EvaluationTopics& topics, const Qrels& qrels,
                    const EvaluationOptions& options);

}  // namespace dateline
