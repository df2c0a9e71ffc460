#include "searcher/server/problem.h"

#include <spdlog/spdlog.h>

#include "searcher/output/json_values.h"
#include "searcher/query/query_error.h"

namespace dateline {
namespace {

Json members(int status, std::string_view detail) {
    return {{"type", "about:blank"}, {"title", http::reason_phrase(status)}, {"status", status}, {"detail", detail}};
}

http::Response response_of(int status, const Json& json) {
    return http::make_response(status, "application/problem+json", json_text(json, 2) + "\n");
}

http::Response query_problem(const query::QueryError& error) {
    Json json = members(400, error.message());
    json["column"] = error.column();
    json["context"] = error.context();
    if (!error.proposal().empty()) json["proposal"] = error.proposal();
    return response_of(400, json);
}

}  // namespace

http::Response problem(int status, std::string_view detail) { return response_of(status, members(status, detail)); }

http::Response problem_of(const std::exception& error) {
    if (const auto* query = dynamic_cast<const query::QueryError*>(&error)) return query_problem(*query);
    if (const auto* known = dynamic_cast<const ProblemError*>(&error)) return problem(known->status(), known->what());
    if (dynamic_cast<const TimeoutError*>(&error) != nullptr) return problem(504, error.what());
    if (dynamic_cast<const UsageError*>(&error) != nullptr) return problem(400, error.what());
    spdlog::error("a request failed: {}", error.what());
    return problem(500, "the server could not answer; its log says why");
}

}  // namespace dateline
