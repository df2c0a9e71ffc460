#pragma once

#include <span>

#include "searcher/requests/parameter.h"
#include "searcher/search.h"

/// The tables of parameters, and the requests made of their values. A new parameter is a row here and its line in the
/// function below its table; command line, HTTP and their documents take it from there.
namespace dateline {

/// Of `searcher search` and all that answers with a result page.
std::span<const Parameter> search_parameters();
/// Throws UsageError for values that only the engine can judge.
Request search_request(const ParameterValues& values, std::string query);

/// Of `searcher show`: how an article is marked.
std::span<const Parameter> show_parameters();
Request mark_request(const ParameterValues& values);

/// Of `searcher similar`.
std::span<const Parameter> similar_parameters();
SimilarRequest similar_request(const ParameterValues& values, std::string id);

/// Of `searcher entity`.
std::span<const Parameter> entity_parameters();
EntityRequest entity_request(const ParameterValues& values, std::string name);

/// Of `searcher timeline`.
std::span<const Parameter> told_parameters();
Request told_request(const ParameterValues& values, std::string query);
ToldOrder told_order(const ParameterValues& values);

/// Of `searcher suggest`.
std::span<const Parameter> suggest_parameters();
std::size_t suggest_limit(const ParameterValues& values);

/// The row of a table with this name; the name must be there.
const Parameter& parameter(std::span<const Parameter> table, std::string_view name);

}  // namespace dateline
