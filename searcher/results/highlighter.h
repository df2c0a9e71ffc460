#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/results/marks.h"
#include "searcher/results/result_page.h"

/// Finds what of a query stands in a text, by the same Analyzer that found the article.
namespace dateline {

/// A place in a text where a mark is satisfied: the whole phrase, never one of its words alone.
struct MarkedSpan {
    std::uint32_t begin = 0;  ///< bytes of the text
    std::uint32_t end = 0;
    std::size_t mark = 0;  ///< index into the marks given
    bool phrase = false;   ///< of more than one token

    bool operator==(const MarkedSpan&) const = default;
};

/// Every place, by begin and then the longest first; places may overlap. A phrase does not cross a
/// paragraph. `language` is the article's (ISO 639-1), `field` the canonical name of the one the
/// text stands in.
std::vector<MarkedSpan> find_marks(const Analyzer& analyzer, std::string_view text, std::string_view language,
                                   std::string_view field, std::span<const Mark> marks);

/// The same for a text whose tokens are known.
std::vector<MarkedSpan> find_marks(const Analyzer& analyzer, std::string_view text, std::span<const Token> tokens,
                                   std::string_view language, std::string_view field, std::span<const Mark> marks);

/// Whether any of the marks may stand in the field.
bool has_marks_for(std::string_view field, std::span<const Mark> marks);

/// The spans of a text as code points; those inside another are left out, those that only overlap
/// stay.
std::vector<Highlight> to_highlights(std::string_view text, std::span<const MarkedSpan> spans);

}  // namespace dateline
