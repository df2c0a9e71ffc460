#pragma once

#include <cstddef>
#include <iosfwd>

#include "searcher/results/result_page.h"

/// How an answer is written. A format is a file here and a row in registry.cpp; it sees the page
/// and nothing else.
namespace dateline {

struct OutputOptions {
    bool colours = false;    ///< terminal escapes, text only
    std::size_t width = 80;  ///< columns, text only
};

class Output {
public:
    Output() = default;
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    virtual ~Output() = default;

    /// Writes the page whole, whatever is in it: text that is not valid UTF-8 is no reason to
    /// throw.
    virtual void write(const ResultPage& page, const OutputOptions& options, std::ostream& out) const = 0;
};

}  // namespace dateline
