#include "searcher/server/metrics.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

namespace dateline {
namespace {

void head(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
    fmt::format_to(std::back_inserter(text), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

void gauge(std::string& text, std::string_view name, std::string_view help, std::uint64_t value) {
    head(text, name, "gauge", help);
    fmt::format_to(std::back_inserter(text), "{} {}\n", name, value);
}

}  // namespace

void Metrics::count(const std::string& kind, int status, std::chrono::steady_clock::duration took,
                    std::uint64_t bytes) {
    const double seconds = std::chrono::duration<double>(took).count();
    const std::lock_guard lock(mutex_);
    ++requests_[{kind, status}];
    bytes_ += bytes;
    Latency& latency = latencies_[kind];
    ++latency.count;
    latency.sum_seconds += seconds;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (seconds <= bounds[i]) ++latency.counts[i];
    }
}

std::string Metrics::text(const Gauges& gauges) const {
    std::string text;
    const auto out = [&] { return std::back_inserter(text); };
    const std::lock_guard lock(mutex_);
    head(text, "dateline_requests_total", "counter", "Requests answered, by kind and status.");
    for (const auto& [row, count] : requests_)
        fmt::format_to(out(), "dateline_requests_total{{kind=\"{}\",status=\"{}\"}} {}\n", row.first, row.second,
                       count);
    head(text, "dateline_request_seconds", "histogram", "From the whole request to the whole answer, by kind.");
    for (const auto& [kind, latency] : latencies_) {
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            fmt::format_to(out(), "dateline_request_seconds_bucket{{kind=\"{}\",le=\"{}\"}} {}\n", kind, bounds[i],
                           latency.counts[i]);
        }
        fmt::format_to(out(),
                       "dateline_request_seconds_bucket{{kind=\"{0}\",le=\"+Inf\"}} {1}\n"
                       "dateline_request_seconds_sum{{kind=\"{0}\"}} {2}\n"
                       "dateline_request_seconds_count{{kind=\"{0}\"}} {1}\n",
                       kind, latency.count, latency.sum_seconds);
    }
    head(text, "dateline_answer_bytes_total", "counter", "Bytes of all bodies sent.");
    fmt::format_to(out(), "dateline_answer_bytes_total {}\n", bytes_);
    gauge(text, "dateline_index_revision", "Publication of the index that is answered from.", gauges.revision);
    gauge(text, "dateline_index_articles", "Articles in it.", gauges.articles);
    gauge(text, "dateline_index_bytes", "Its size on disk.", gauges.index_bytes);
    gauge(text, "dateline_connections", "Connections that are open.", gauges.connections);
    return text;
}

}  // namespace dateline
