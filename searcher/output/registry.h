#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "searcher/output/output.h"

namespace dateline {

struct OutputFormat {
    std::string_view name;  ///< as `--format` takes it
    std::string_view help;
    std::unique_ptr<Output> (*make)();
    /// Whether it has a place for the notes of a page and for its facets and timeline. If not, they must be told
    /// elsewhere.
    bool has_notes;
    bool has_facets;
};

/// All formats, the default first.
std::span<const OutputFormat> output_formats();

/// Throws UsageError, naming the formats there are.
const OutputFormat& output_format(std::string_view name);
std::unique_ptr<Output> make_output(std::string_view name);

}  // namespace dateline
