#pragma once

#include <cstddef>
#include <iosfwd>

#include "searcher/results/result_page.h"

/// How an answer is written. A format is a file here and a row in registry.cpp; it sees the page
/// and nothing else. An answer comes in parts, so that one of any length can be written; nothing of
/// a result is kept. One object writes one answer at a time. Whatever is in it: text that is not
/// valid UTF-8 is no reason to throw.
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

    /// First: what stands before the results. Those of the page are left alone; where it has none
    /// and is not empty, all matches will come.
    virtual void begin(const ResultPage& page, const OutputOptions& options, std::ostream& out) = 0;
    /// Then each result.
    virtual void add(const Result& result, std::ostream& out) = 0;
    /// What stands behind them.
    virtual void end(const ResultPage& page, std::ostream& out) = 0;

    /// A page at once.
    void write(const ResultPage& page, const OutputOptions& options, std::ostream& out) {
        begin(page, options, out);
        for (const Result& result : page.results) add(result, out);
        end(page, out);
    }
};

}  // namespace dateline
