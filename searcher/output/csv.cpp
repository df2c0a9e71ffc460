#include <fmt/format.h>

#include <ostream>
#include <string>

#include "common/date.h"
#include "searcher/output/csv_row.h"
#include "searcher/output/formats.h"

namespace dateline {

namespace {

void write_result(const Result& result, std::ostream& out) {
    write_csv_row({std::to_string(result.rank), result.id, fmt::format("{}", result.score), result.title,
                   result.date ? to_iso(*result.date) : "", result.url, result.source, result.section, result.language,
                   fmt::format("{}", fmt::join(result.authors, "; ")), result.snippet.text},
                  out);
}

class CsvOutput : public Output {
public:
    void begin(const ResultPage& /*page*/, const OutputOptions& /*options*/, std::ostream& out) override {
        write_csv_row(
            {"rank", "id", "score", "title", "date", "url", "source", "section", "language", "authors", "snippet"},
            out);
    }
    void add(const Result& result, std::ostream& out) override { write_result(result, out); }
    void end(const ResultPage& /*page*/, std::ostream& /*out*/) override {}
};

}  // namespace

std::unique_ptr<Output> make_csv_output() { return std::make_unique<CsvOutput>(); }

}  // namespace dateline
