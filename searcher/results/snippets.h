#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "common/text/analyzer.h"
#include "searcher/results/marks.h"
#include "searcher/results/result_page.h"

/// The passage of an article that shows best why it was found.
namespace dateline {

struct FieldText {
    std::string_view field;  ///< canonical name
    std::string_view text;
    std::span<const TokenMark> marks{};
};

struct SnippetOptions {
    std::size_t max_chars = 240;  ///< code points; an awkward text may exceed it, never by more than as much again
};

/// `weights`: of the parts of the query. Of all passages of the texts the one whose distinct parts weigh most, then the
/// one with more of them, then the first in the order given. It begins with a sentence where one begins near enough,
/// parts no word and no grapheme cluster, and is the stored text code point for code point but for
/// line feeds, which are blanks. Where no mark is met it is the beginning of the first text that is
/// not empty.
Snippet make_snippet(const Analyzer& analyzer, std::span<const FieldText> texts, std::span<const double> weights,
                     const SnippetOptions& options = {});

}  // namespace dateline
