#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/page/html_writer.h"
#include "searcher/results/result_page.h"

namespace dateline::page {

/// Writes text with its highlights as `mark` elements, phrases apart from words by their class.
class MarkedText {
public:
    /// With `numbered` each mark gets an id, `hit-1` and so on, over all texts written.
    explicit MarkedText(HtmlWriter& html, bool numbered = false) : html_(html), numbered_(numbered) {}

    void write(std::string_view text, const std::vector<Highlight>& highlights);
    /// Marks written so far.
    std::size_t marks() const { return marks_; }

private:
    void write_mark(std::string_view text, bool phrase);

    HtmlWriter& html_;
    bool numbered_;
    std::size_t marks_ = 0;
};

}  // namespace dateline::page
