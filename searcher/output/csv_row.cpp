#include "searcher/output/csv_row.h"

#include <ostream>
#include <string>

namespace dateline {
namespace {

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char byte : text) {
        quoted.append(byte == '"' ? 2U : 1U, byte);
    }
    return quoted + "\"";
}

}  // namespace

void write_csv_row(std::initializer_list<std::string_view> values, std::ostream& out) {
    std::string_view separator;
    for (const std::string_view value : values) {
        out << separator << csv_field(value);
        separator = ",";
    }
    out << "\r\n";
}

}  // namespace dateline
