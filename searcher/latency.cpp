#include "searcher/latency.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <limits>
#include <numeric>

namespace dateline {
namespace {

double thread_cpu_us() {
    timespec now{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// Nearest-rank percentile of unsorted values.
double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

Request request_of(const std::string& name, const std::string& query, const LatencyOptions& options) {
    Request request{.query = query, .limit = options.limit, .snippets = options.snippets};
    if (name.starts_with("facet")) request.facets = {"year", "month", "day", "section"};
    if (name.starts_with("any") || name.starts_with("or")) request.match = MatchMode::any;
    return request;
}

/// Answers once; the sum of title lengths keeps the titles from being optimised away.
std::uint64_t answer(Searcher& searcher, const Request& request, std::size_t& title_bytes) {
    if (request.snippets) {
        const ResultPage page = searcher.search(request);
        for (const Result& result : page.results) title_bytes += result.title.size();
        return page.total;
    }
    const Ranking ranking = searcher.rank(request);
    for (const Hit& hit : ranking.hits) title_bytes += searcher.card(hit).title.size();
    return ranking.total;
}

LatencyFigures measure_class(Searcher& searcher, const std::string& name, const std::vector<std::string>& queries,
                             const LatencyOptions& options, std::size_t& title_bytes) {
    std::vector<double> wall(queries.size(), std::numeric_limits<double>::max());
    std::vector<double> cpu(queries.size(), std::numeric_limits<double>::max());
    LatencyFigures figures{.name = name, .queries = queries.size()};
    figures.totals.resize(queries.size());
    for (unsigned pass = 0; pass <= options.repeat; ++pass) {
        for (std::size_t i = 0; i < queries.size(); ++i) {
            const Request request = request_of(name, queries[i], options);
            const auto begin = std::chrono::steady_clock::now();
            const double cpu_begin = thread_cpu_us();
            figures.totals[i] = answer(searcher, request, title_bytes);
            const double cpu_us = thread_cpu_us() - cpu_begin;
            const double wall_us =
                std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
            if (pass == 0 && options.repeat > 0) continue;
            wall[i] = std::min(wall[i], wall_us);
            cpu[i] = std::min(cpu[i], cpu_us);
        }
    }
    figures.median_us = percentile(wall, 0.5);
    figures.p95_us = percentile(wall, 0.95);
    figures.p99_us = percentile(wall, 0.99);
    figures.mean_us = std::accumulate(wall.begin(), wall.end(), 0.0) / static_cast<double>(wall.size());
    figures.cpu_median_us = percentile(cpu, 0.5);
    figures.cpu_p99_us = percentile(cpu, 0.99);
    return figures;
}

std::string class_of(const std::string& id) {
    const std::size_t end = id.find_last_of("-:");
    return end == std::string::npos ? id : id.substr(0, end);
}

}  // namespace

std::vector<LatencyFigures> measure_latency(Searcher& searcher, const std::vector<NumberedQuery>& queries,
                                            const LatencyOptions& options) {
    std::vector<std::string> names;
    for (const NumberedQuery& query : queries) {
        if (std::find(names.begin(), names.end(), class_of(query.id)) == names.end())
            names.push_back(class_of(query.id));
    }
    std::vector<LatencyFigures> all;
    std::size_t title_bytes = 0;
    for (const std::string& name : names) {
        std::vector<std::string> of_class;
        for (const NumberedQuery& query : queries) {
            if (class_of(query.id) == name) of_class.push_back(query.query);
        }
        all.push_back(measure_class(searcher, name, of_class, options, title_bytes));
    }
    return all;
}

}  // namespace dateline
