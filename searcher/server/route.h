#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "searcher/http/message.h"
#include "searcher/requests/parameter.h"
#include "searcher/server/engine.h"

namespace dateline {

/// A request that has reached its route.
struct Call {
    const http::Request& request;
    const ParameterValues& values;                   ///< of the route's parameters, checked
    const std::map<std::string, std::string>& path;  ///< what stands for `{id}` in the pattern
    Engine& engine;
};

/// Throws what the engine throws: the service makes problem documents of it.
using RouteHandler = std::function<http::Response(Call&)>;

/// One thing that can be asked. Router, metrics and the OpenAPI document are made from these rows.
struct Route {
    std::string method;  ///< `GET` (which stands for HEAD too), `POST`, ...
    std::string
        pattern;  ///< `/api/articles/{id}`: a name in braces stands for one part, `{path...}` at the end for all
    RouteHandler handler;
    std::string kind;                     ///< its name in metrics and the log: `search`
    std::string summary;                  ///< a sentence without a stop
    std::vector<Parameter> parameters{};  ///< of the query; others are refused
    std::vector<std::string> answers{};   ///< media types, the usual one first
    std::string schema{};                 ///< of a JSON answer, its name in schemas.h
    bool is_cached = true;                ///< the answer changes only with the index and the day: it gets an ETag
    bool is_open = false;                 ///< answered without the token
    bool is_lenient = false;              ///< other parameters are passed over: addresses of pages gather such
    bool is_in_openapi = true;
};

}  // namespace dateline
