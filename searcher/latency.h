#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query_file.h"
#include "searcher/search.h"

/// Measures how long queries take in one warmed process.
namespace dateline {

struct LatencyOptions {
    unsigned repeat = 4;    ///< passes measured after a warm one; a query's figure is its best
    bool snippets = false;  ///< with highlighted snippets, as a result page shows them
    std::size_t limit = 10;
};

/// Figures of one class of queries, in microseconds.
struct LatencyFigures {
    std::string name;
    std::size_t queries = 0;
    double median_us = 0;
    double p95_us = 0;
    double p99_us = 0;
    double mean_us = 0;
    double cpu_median_us = 0;
    double cpu_p99_us = 0;
    std::vector<std::uint64_t> totals;  ///< of each query, in the order given
};

/// A query's class is the part of its id before the last `-` or `:`: `phrase-17` is of class `phrase`. A class called
/// `facet...` counts year, month, day and section of all matches; one whose name begins with `any` or `or` matches any
/// word. Each answer has the exact total and the best articles with their stored titles.
std::vector<LatencyFigures> measure_latency(Searcher& searcher, const std::vector<NumberedQuery>& queries,
                                            const LatencyOptions& options);

}  // namespace dateline
