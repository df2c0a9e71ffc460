#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace dateline {

/// Counts requests and how long they took, by kind. Any thread.
class Metrics {
public:
    void count(const std::string& kind, int status, std::chrono::steady_clock::duration took, std::uint64_t bytes);

    /// What only the moment knows.
    struct Gauges {
        std::uint64_t revision = 0;
        std::uint64_t articles = 0;
        std::uint64_t index_bytes = 0;
        std::uint64_t connections = 0;
    };
    /// In the text format of Prometheus, 0.0.4.
    std::string text(const Gauges& gauges) const;

private:
    /// Upper ends of the histogram's classes, in seconds.
    static constexpr std::array<double, 12> bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                   0.05,   0.1,   0.25,   0.5,   1,    2.5};
    struct Latency {
        std::array<std::uint64_t, bounds.size()> counts{};
        std::uint64_t count = 0;
        double sum_seconds = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::pair<std::string, int>, std::uint64_t> requests_;
    std::map<std::string, Latency> latencies_;
    std::uint64_t bytes_ = 0;
};

}  // namespace dateline
