#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "searcher/http/server.h"
#include "searcher/server/access.h"
#include "searcher/server/engine.h"
#include "searcher/server/metrics.h"
#include "searcher/server/router.h"

namespace dateline {

/// Answers requests: finds the route, lets its handler answer, and does what is the same for all of them: tokens,
/// parameters, problem documents, caching by revision, compression, headers, metrics and the log. Knows no socket.
class Service : public http::Handler {
public:
    struct Options {
        std::size_t workers = 1;  ///< threads that may call answer() at once
        Engine::Options engine{};
        Access::Rules access{};
        bool private_log = false;  ///< the log has paths without their queries
    };

    /// `routes` in the order in which they are tried; those of the server itself (`/healthz`, `/metrics`,
    /// `/api/openapi.json`) come first. Throws IndexError. `live` must outlive the service.
    Service(const LiveIndex& live, std::vector<Route> routes, const Options& options);

    http::Response answer(http::Request& request, std::size_t worker) override;
    void idle(std::size_t worker) override;
    void cancel() override { cancelled_ = true; }

    const Router& router() const { return router_; }
    /// What `/metrics` says of connections.
    void count_connections_by(std::function<std::size_t()> count) { connections_ = std::move(count); }

private:
    std::vector<Route> with_own_routes(std::vector<Route> routes);
    http::Response routed(http::Request& request, Engine& engine, std::string& kind);
    http::Response call(const Route& route, const Router::Found& found, const http::Request& request, Engine& engine);
    std::string entity_tag(const Engine& engine) const;
    void finish(const http::Request& request, http::Response& response) const;
    void record(const http::Request& request, const std::string& kind, int status, std::size_t bytes);

    Options options_;
    std::atomic<bool> cancelled_{false};
    Access access_;
    Metrics metrics_;
    std::function<std::size_t()> connections_ = [] { return std::size_t{0}; };
    std::string instance_;  ///< differs from one start of the server to the next
    Router router_;
    std::vector<std::unique_ptr<Engine>> engines_;
};

}  // namespace dateline
