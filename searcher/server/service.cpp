#include "searcher/server/service.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "searcher/http/compression.h"
#include "searcher/output/json_values.h"
#include "searcher/server/openapi.h"
#include "searcher/server/problem.h"
#include "searcher/server/read_parameters.h"

namespace dateline {
namespace {

using Clock = std::chrono::steady_clock;

/// Below this an answer fits one packet anyway.
constexpr std::size_t least_to_compress = 1024;

/// Nothing but this server is asked, nothing inline runs, nobody frames a page.
constexpr const char* content_security_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

void set_unless_there(http::Response& response, const char* name, const char* value) {
    if (!response.header(name)) response.headers.emplace_back(name, value);
}

bool is_text(const std::string& content_type) {
    return content_type.starts_with("text/") || content_type.find("json") != std::string::npos ||
           content_type.find("xml") != std::string::npos || content_type.find("javascript") != std::string::npos;
}

void compress(const http::Request& request, http::Response& response) {
    if (response.stream || response.body.size() < least_to_compress || response.header("Content-Encoding") ||
        !is_text(response.header("Content-Type").value_or("")))
        return;
    response.headers.emplace_back("Vary", "Accept-Encoding");
    const http::Coding coding = http::chosen_coding(request.header("Accept-Encoding").value_or(""));
    if (coding == http::Coding::none) return;
    response.body = http::compressed(response.body, coding);
    response.headers.emplace_back("Content-Encoding", http::name_of(coding));
}

/// A target is any bytes: only what cannot do anything to a terminal or a log is shown as it is.
std::string printable(std::string_view text) {
    std::string shown;
    for (const char byte : text) {
        if (byte > 0x20 && byte < 0x7f) {
            shown += byte;
        } else {
            shown += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return shown;
}

/// Counts what a stream writes.
class CountedStream : public http::BodyStream {
public:
    explicit CountedStream(http::BodyStream& to) : to_(to) {}
    bool write(std::string_view bytes) override {
        count_ += bytes.size();
        return to_.write(bytes);
    }
    std::size_t count() const { return count_; }

private:
    http::BodyStream& to_;
    std::size_t count_ = 0;
};

http::Response no_route(const Router::Found& found, const http::Request& request) {
    if (found.allowed.empty()) return problem(404, fmt::format("there is nothing at {}", request.path));
    http::Response response = problem(405, fmt::format("{} is not for {}", request.method, request.path));
    response.headers.emplace_back("Allow", fmt::format("{}", fmt::join(found.allowed, ", ")));
    return response;
}

/// Whether pages of another origin may ask as they want to: they may.
http::Response preflight(const Router::Found& found) {
    http::Response response;
    response.status = 204;
    response.headers.emplace_back("Access-Control-Allow-Methods", fmt::format("{}", fmt::join(found.allowed, ", ")));
    response.headers.emplace_back("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match");
    response.headers.emplace_back("Access-Control-Max-Age", "86400");
    return response;
}

}  // namespace

Service::Service(const LiveIndex& live, std::vector<Route> routes, const Options& options)
    : options_(options),
      access_(options.access),
      instance_(fmt::format("{:x}", std::chrono::system_clock::now().time_since_epoch().count())),
      router_(with_own_routes(std::move(routes))) {
    options_.engine.cancelled = &cancelled_;
    for (std::size_t number = 0; number < options_.workers; ++number)
        engines_.push_back(std::make_unique<Engine>(live, options_.engine));
}

void Service::idle(std::size_t worker) { engines_[worker]->refresh(); }

std::vector<Route> Service::with_own_routes(std::vector<Route> routes) {
    std::vector<Route> all;
    all.push_back({
        .method = "GET",
        .pattern = "/healthz",
        .handler =
            [](Call& call) {
                const Json json{{"status", "ok"}, {"revision", call.engine.revision()}};
                return http::make_response(200, "application/json", json_text(json, -1) + "\n");
            },
        .kind = "healthz",
        .summary = "Whether the server answers, and from which revision of the index",
        .answers = {"application/json"},
        .schema = "Health",
        .is_cached = false,
        .is_open = true,
    });
    all.push_back({
        .method = "GET",
        .pattern = "/metrics",
        .handler =
            [this](Call& call) {
                const LiveIndex& live = call.engine.live();
                return http::make_response(200, "text/plain; version=0.0.4; charset=utf-8",
                                           metrics_.text({.revision = call.engine.revision(),
                                                          .articles = live.articles(),
                                                          .index_bytes = live.size_bytes(),
                                                          .connections = connections_()}));
            },
        .kind = "metrics",
        .summary = "Requests, latencies and the index in numbers, for Prometheus",
        .answers = {"text/plain"},
        .is_cached = false,
    });
    all.push_back({
        .method = "GET",
        .pattern = "/api/openapi.json",
        .handler =
            [this](Call&) { return http::make_response(200, "application/json", openapi_document(router_.routes())); },
        .kind = "openapi",
        .summary = "This interface as an OpenAPI 3.1 document",
        .answers = {"application/json"},
        .schema = "OpenApi",
    });
    std::move(routes.begin(), routes.end(), std::back_inserter(all));
    return all;
}

http::Response Service::answer(http::Request& request, std::size_t worker) {
    Engine& engine = *engines_[worker];
    std::string kind = "other";
    http::Response response;
    try {
        engine.refresh();
        response = routed(request, engine, kind);
        finish(request, response);
    } catch (const std::exception& error) {
        response = problem_of(error);
        finish(request, response);
    }
    if (!response.stream) {
        record(request, kind, response.status, response.body.size());
        return response;
    }
    response.stream = [this, request, kind, status = response.status,
                       write = std::move(response.stream)](http::BodyStream& out) {
        CountedStream counted(out);
        write(counted);
        record(request, kind, status, counted.count());
    };
    return response;
}

http::Response Service::routed(http::Request& request, Engine& engine, std::string& kind) {
    http::read_target(std::string(request.target), request);
    const Router::Found found = router_.find(request.method, request.path);
    if (found.route != nullptr) kind = found.route->kind;
    const bool is_preflight = request.method == "OPTIONS" && access_.has_cors() && !found.allowed.empty();
    const bool is_open = is_preflight || (found.route != nullptr && found.route->is_open);
    if (auto refusal = access_.refusal(request, is_open)) return std::move(*refusal);
    if (found.route == nullptr) return is_preflight ? preflight(found) : no_route(found, request);
    return call(*found.route, found, request, engine);
}

http::Response Service::call(const Route& route, const Router::Found& found, const http::Request& request,
                             Engine& engine) {
    const std::string tag = entity_tag(engine);
    if (route.is_cached && request.header("If-None-Match").value_or("").find(tag) != std::string::npos) {
        http::Response response;
        response.status = 304;
        response.headers.emplace_back("ETag", tag);
        return response;
    }
    const ParameterValues values = read_parameters(route.parameters, request.parameters, route.is_lenient);
    Call asked{request, values, found.path, engine};
    http::Response response = route.handler(asked);
    if (route.is_cached && response.status == 200) {
        response.set_header("ETag", tag);
        response.set_header("Dateline-Revision", std::to_string(engine.revision()));
    }
    return response;
}

/// Days turn at quarters of an hour, whatever the zone, and with them what `today` means.
std::string Service::entity_tag(const Engine& engine) const {
    constexpr std::int64_t quarter_seconds = 900;
    const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    return fmt::format("W/\"{}-{}-{}-{}\"", engine.revision(), engine.generation(), now / quarter_seconds, instance_);
}

void Service::finish(const http::Request& request, http::Response& response) const {
    access_.add_cors(request, response);
    set_unless_there(response, "Cache-Control", "private, no-cache");
    set_unless_there(response, "Content-Security-Policy", content_security_policy);
    set_unless_there(response, "X-Content-Type-Options", "nosniff");
    set_unless_there(response, "Referrer-Policy", "no-referrer");
    if (!access_.has_cors()) set_unless_there(response, "Cross-Origin-Resource-Policy", "same-origin");
    compress(request, response);
}

void Service::record(const http::Request& request, const std::string& kind, int status, std::size_t bytes) {
    const auto took = Clock::now() - request.received;
    metrics_.count(kind, status, took, bytes);
    if (!spdlog::should_log(spdlog::level::info)) return;
    const std::string_view target = options_.private_log
                                        ? std::string_view(request.target).substr(0, request.target.find('?'))
                                        : std::string_view(request.target);
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    spdlog::info("{:%Y-%m-%dT%H:%M:%SZ} {} {} {} {} {} bytes {:.1f} ms", fmt::gmtime(now), request.peer,
                 printable(request.method), printable(target), status, bytes,
                 std::chrono::duration<double, std::milli>(took).count());
}

}  // namespace dateline
