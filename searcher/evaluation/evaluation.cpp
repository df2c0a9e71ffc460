#include "searcher/evaluation/evaluation.h"

#include <fmt/format.h>

#include <set>

#include "common/error.h"
#include "searcher/query/query_error.h"

namespace dateline {
namespace {

bool has_relevant(const Qrels& qrels, const std::string& topic) {
    const auto found = qrels.find(topic);
    return found != qrels.end() && relevant_count(found->second) > 0;
}

std::vector<std::string> ranked_ids(Searcher& searcher, const NumberedQuery& query,
                                    const EvaluationOptions& options) try {
    const Ranking ranking = searcher.rank({.query = query.query,
                                           .match = options.match,
                                           .limit = options.limit,
                                           .snippets = false,
                                           .expand = options.expand});
    std::vector<std::string> ids;
    ids.reserve(ranking.hits.size());
    for (const Hit& hit : ranking.hits) ids.emplace_back(searcher.card(hit).id);
    return ids;
} catch (const query::QueryError& error) {
    throw UsageError(fmt::format("query {}: {}", query.id, error.what()));
}

TopicFigures figures_of(const std::string& topic, const std::vector<std::string>& ids, const Judgements& judgements,
                        const std::vector<Metric>& metrics) {
    TopicFigures figures{.id = topic};
    for (const Metric& metric : metrics) figures.values.push_back(measure(metric, ids, judgements));
    return figures;
}

std::vector<double> mean_of(const std::vector<TopicFigures>& topics, std::size_t metrics) {
    std::vector<double> mean(metrics, 0);
    if (topics.empty()) return mean;
    for (std::size_t i = 0; i < metrics; ++i) {
        for (const TopicFigures& topic : topics) mean[i] += topic.values[i];
        mean[i] /= static_cast<double>(topics.size());
    }
    return mean;
}

}  // namespace

EvaluationTopics evaluation_topics(const std::vector<NumberedQuery>& queries, const Qrels& qrels) {
    EvaluationTopics topics;
    std::set<std::string, std::less<>> ids;
    for (const NumberedQuery& query : queries) {
        if (!ids.insert(query.id).second) throw UsageError(fmt::format("two queries have the id {}", query.id));
        if (has_relevant(qrels, query.id)) topics.asked.push_back(query);
        else topics.without_relevant.push_back(query.id);
    }
    for (const auto& [topic, judgements] : qrels) {
        if (!ids.contains(topic)) topics.not_asked.push_back(topic);
    }
    return topics;
}

Evaluation evaluate(Searcher& searcher, const EvaluationTopics& topics, const Qrels& qrels,
                    const EvaluationOptions& options) {
    Evaluation evaluation;
    for (const NumberedQuery& query : topics.asked) {
        evaluation.topics.push_back(
            figures_of(query.id, ranked_ids(searcher, query, options), qrels.at(query.id), options.metrics));
    }
    evaluation.mean = mean_of(evaluation.topics, options.metrics.size());
    return evaluation;
}

}  // namespace dateline
