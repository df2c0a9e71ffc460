#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <string_view>

#include "common/text/ascii.h"
#include "searcher/output/citation.h"
#include "searcher/output/formats.h"

// Entries for BibTeX and biblatex. BibTeX counts braces even where a backslash stands before them, so none is written
// in a text: it has macros for them.

namespace dateline {
namespace {

std::string_view escaped(const char& byte) {
    switch (byte) {
    case '\\': return "\\textbackslash{}";
    case '{': return "\\textbraceleft{}";
    case '}': return "\\textbraceright{}";
    case '~': return "\\textasciitilde{}";
    case '^': return "\\textasciicircum{}";
    case '%': return "\\%";
    case '$': return "\\$";
    case '&': return "\\&";
    case '#': return "\\#";
    case '_': return "\\_";
    default: return {&byte, 1};
    }
}

std::string tex(std::string_view text) {
    std::string out;
    for (const char& byte : one_line(text)) out += escaped(byte);
    return out;
}

/// Addresses are taken as they are, so only what would end the field is written another way (RFC 3986, 2.1).
std::string tex_address(std::string_view url) {
    std::string out;
    for (const char byte : one_line(url)) {
        if (byte == '{' || byte == '}' || byte == '\\' || byte == ' ') {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        } else {
            out += byte;
        }
    }
    return out;
}

/// BibTeX parts a name at its blanks and commas, and names at ` and `. A name with a comma or
/// an "and" is kept whole by braces.
std::string tex_names(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        const std::string line = one_line(name);
        const bool whole = line.find(',') != std::string::npos ||
                           (" " + lower_ascii(line) + " ").find(" and ") != std::string::npos ||
                           lower_ascii(line) == "others";
        list.append(list.empty() ? "" : " and ").append(whole ? "{" + tex(line) + "}" : tex(line));
    }
    return list;
}

class BibtexOutput : public Output {
public:
    void begin(const ResultPage& /*page*/, const OutputOptions& /*options*/, std::ostream& /*out*/) override {}

    void add(const Result& result, std::ostream& out) override {
        out << "@article{" << citation_key(result);
        const auto field = [&](std::string_view name, std::string_view before, std::string_view value,
                               std::string_view after) {
            if (!value.empty()) out << fmt::format(",\n  {:<9} = {}{}{}", name, before, value, after);
        };
        const DateDigits date = date_digits(result.date);
        const std::string iso = result.date ? to_iso(*result.date) : "";
        field("author", "{", tex_names(result.authors), "}");
        // Two pairs of braces: no style may write a title's capitals small.
        field("title", "{{", tex(result.title), "}}");
        field("journal", "{", tex(result.source), "}");
        field("date", "{", iso.substr(0, iso.find('T')), "}");
        field("year", "{", date.year, "}");
        field("month", "", month_macro(date.month), "");
        field("url", "{", tex_address(result.url), "}");
        field("language", "{", tex(result.language), "}");
        field("section", "{", tex(result.section), "}");
        field("articleid", "{", tex(result.id), "}");
        out << "\n}\n\n";
    }

    void end(const ResultPage& /*page*/, std::ostream& /*out*/) override {}

private:
    static std::string_view month_macro(std::string_view digits) {
        constexpr std::array<std::string_view, 12> macros{"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
        if (digits.empty()) return "";
        return macros.at(static_cast<std::size_t>((digits[0] - '0') * 10 + (digits[1] - '0') - 1));
    }
};

}  // namespace

std::unique_ptr<Output> make_bibtex_output() { return std::make_unique<BibtexOutput>(); }

}  // namespace dateline
