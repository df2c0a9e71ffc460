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
};

/// All formats, the default first.
std::span<const OutputFormat> output_formats();

/// Throws UsageError, naming the formats there are.
std::unique_ptr<Output> make_output(std::string_view name);

}  // namespace dateline
