#include "searcher/output/registry.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "common/error.h"
#include "searcher/output/formats.h"

namespace dateline {

std::span<const OutputFormat> output_formats() {
    static constexpr std::array formats{
        OutputFormat{"text", "for people: titles, passages and bars", make_text_output, true, true},
        OutputFormat{"json", "the whole answer as one JSON object", make_json_output, true, true},
        OutputFormat{"jsonl", "one JSON object a result and line", make_jsonl_output, false, false},
        OutputFormat{"csv", "one row a result, RFC 4180", make_csv_output, false, false},
        OutputFormat{"atom", "a feed, Atom 1.0", make_atom_output, true, false},
        OutputFormat{"csl-json", "for citing: pandoc, Zotero, citeproc", make_csl_json_output, false, false},
        OutputFormat{"bibtex", "for citing: LaTeX", make_bibtex_output, false, false},
        OutputFormat{"ris", "for citing: reference managers", make_ris_output, false, false},
    };
    return formats;
}

const OutputFormat& output_format(std::string_view name) {
    std::string names;
    for (const OutputFormat& format : output_formats()) {
        if (format.name == name) {
            return format;
        }
        names.append(names.empty() ? "" : ", ").append(format.name);
    }
    throw UsageError(fmt::format("there is no output format `{}`; choose one of {}", name, names));
}

std::unique_ptr<Output> make_output(std::string_view name) { return output_format(name).make(); }

}  // namespace dateline
