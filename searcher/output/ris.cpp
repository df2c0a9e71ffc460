#include <ostream>
#include <string>
#include <string_view>

#include "searcher/output/citation.h"
#include "searcher/output/formats.h"

// RIS, the format of reference managers: lines of a tag and a value, ended by CR LF. Values are plain text; what stands
// for a line's end in them becomes a blank.

namespace dateline {
namespace {

void write_tag(std::string_view tag, std::string_view value, std::ostream& out) {
    if (!value.empty()) out << tag << "  - " << one_line(value) << "\r\n";
}

/// YYYY/MM/DD/, with nothing between the slashes for what is not known.
std::string ris_date(const DateDigits& date) {
    return date.year.empty() ? "" : date.year + "/" + date.month + "/" + date.day + "/";
}

class RisOutput : public Output {
public:
    void begin(const ResultPage& /*page*/, const OutputOptions& /*options*/, std::ostream& /*out*/) override {}

    void add(const Result& result, std::ostream& out) override {
        const DateDigits date = date_digits(result.date);
        write_tag("TY", "NEWS", out);
        write_tag("ID", citation_key(result), out);
        for (const std::string& author : result.authors) write_tag("AU", author, out);
        write_tag("TI", result.title, out);
        write_tag("T2", result.source, out);
        write_tag("DA", ris_date(date), out);
        write_tag("PY", date.year, out);
        write_tag("SE", result.section, out);
        write_tag("LA", result.language, out);
        write_tag("UR", result.url, out);
        write_tag("AN", result.id, out);
        out << "ER  - \r\n\r\n";
    }

    void end(const ResultPage& /*page*/, std::ostream& /*out*/) override {}
};

}  // namespace

std::unique_ptr<Output> make_ris_output() { return std::make_unique<RisOutput>(); }

}  // namespace dateline
