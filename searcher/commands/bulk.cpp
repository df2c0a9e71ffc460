#include "searcher/commands/bulk.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <functional>

#include "common/cli/interrupt.h"
#include "common/cli/standard_output.h"
#include "common/error.h"
#include "searcher/output/csv_row.h"
#include "searcher/output/json_values.h"
#include "searcher/query/query_error.h"
#include "searcher/query_file.h"

namespace dateline {
namespace {

/// What there is to say of one query.
struct QueryCount {
    std::string id;     ///< the line's own, else its number
    std::string query;  ///< as the line has it
    std::uint64_t total = 0;
    bool exact = true;
    std::string earliest;  ///< day of the first and last match; empty where none has a date
    std::string latest;
    std::vector<std::string> notes;
    std::string error;  ///< if not empty, the query could not be read and the rest means nothing
};

std::string as_phrase(std::string line) {
    std::replace(line.begin(), line.end(), '"', ' ');
    return "\"" + line + "\"";
}

void fill_dates(QueryCount& count, const Facet& days) {
    for (const FacetValue& day : days.values) {
        if (day.value.empty()) continue;
        if (count.earliest.empty()) count.earliest = day.value;
        count.latest = day.value;
    }
}

QueryCount count_one(Searcher& searcher, const NumberedQuery& asked, Request request, bool is_phrase) {
    QueryCount count{.id = asked.id, .query = asked.query};
    request.query = is_phrase ? as_phrase(asked.query) : asked.query;
    try {
        const ResultPage page = searcher.search(request);
        count.total = page.total;
        count.exact = page.exact;
        count.notes = page.notes;
        fill_dates(count, page.facets.front());
    } catch (const query::QueryError& error) {
        count.error = fmt::format("column {}: {}{}{}", error.column(), error.message(),
                                  error.proposal().empty() ? "" : "; ", error.proposal());
    }
    return count;
}

void write_csv_count(const QueryCount& count) {
    const bool failed = !count.error.empty();
    write_csv_row({count.id, count.query, failed ? "" : std::to_string(count.total),
                   failed ? "" : (count.exact ? "true" : "false"), count.earliest, count.latest,
                   fmt::format("{}", fmt::join(count.notes, " ")), count.error},
                  standard_output());
}

void write_json_count(const QueryCount& count) {
    const auto or_null = [](const std::string& text) {
        return text.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(text);
    };
    nlohmann::ordered_json json{{"id", count.id}, {"query", count.query}};
    if (count.error.empty()) {
        json["total"] = count.total;
        json["exact"] = count.exact;
        json["earliest"] = or_null(count.earliest);
        json["latest"] = or_null(count.latest);
        json["notes"] = count.notes;
    }
    json["error"] = or_null(count.error);
    standard_output() << json_text(json, -1) << '\n';
}

}  // namespace

ExitCode count_queries(Searcher& searcher, const Request& request, const std::string& path, std::string_view format,
                       bool phrases) {
    if (format != "csv" && format != "jsonl") {
        throw UsageError(
            fmt::format("--queries counts with --format csv or jsonl, and writes a TREC run without "
                        "--format; it has no {}",
                        format));
    }
    Request counting = request;
    counting.limit = counting.offset = 0;
    counting.facets = {"day"};
    counting.facet_order = FacetOrder::natural;
    counting.facet_limit.reset();
    if (counting.match == MatchMode::automatic) counting.match = MatchMode::all;

    catch_interrupts();
    std::uint64_t found = 0;
    std::uint64_t failed = 0;
    if (format == "csv") {
        write_csv_row({"id", "query", "total", "exact", "earliest", "latest", "notes", "error"}, standard_output());
    }
    each_query_line(path, [&](const NumberedQuery& asked) {
        const QueryCount count = count_one(searcher, asked, counting, phrases);
        found += count.total > 0 ? 1 : 0;
        failed += count.error.empty() ? 0 : 1;
        format == "csv" ? write_csv_count(count) : write_json_count(count);
        return !interrupted() && standard_output_has_reader();
    });
    if (interrupted()) return ExitCode::interrupted;
    if (failed == 0) return found > 0 ? ExitCode::ok : ExitCode::nothing_found;
    spdlog::warn("{} {} not be read: see `error` in the answer", failed, failed == 1 ? "query could" : "queries could");
    return ExitCode::usage;
}

}  // namespace dateline
