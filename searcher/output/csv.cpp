#include <fmt/format.h>

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

#include "common/date.h"
#include "searcher/output/formats.h"

namespace dateline {

namespace {

/// RFC 4180: quoted where need be, quotes doubled.
std::string field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char byte : text) {
        quoted.append(byte == '"' ? 2U : 1U, byte);
    }
    return quoted + "\"";
}

void write_row(std::initializer_list<std::string_view> values, std::ostream& out) {
    std::string_view separator;
    for (const std::string_view value : values) {
        out << separator << field(value);
        separator = ",";
    }
    out << "\r\n";
}

void write_result(const Result& result, std::ostream& out) {
    write_row({std::to_string(result.rank), result.id, fmt::format("{}", result.score), result.title,
               result.date ? to_iso(*result.date) : "", result.url, result.source, result.section, result.language,
               fmt::format("{}", fmt::join(result.authors, "; ")), result.snippet.text},
              out);
}

class CsvOutput : public Output {
public:
    void write(const ResultPage& page, const OutputOptions& /*options*/, std::ostream& out) const override {
        write_row(
            {"rank", "id", "score", "title", "date", "url", "source", "section", "language", "authors", "snippet"},
            out);
        for (const Result& result : page.results) {
            write_result(result, out);
        }
    }
};

}  // namespace

std::unique_ptr<Output> make_csv_output() { return std::make_unique<CsvOutput>(); }

}  // namespace dateline
