#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// What a line that belongs to the page, not to the article, does to the lines around it.
enum class Notice : std::uint8_t {
    none,
    line,     ///< is dropped alone: share bars, advertisement labels, reading times
    teaser,   ///< a link inside the text, dropped alone: "Read more: ..."
    related,  ///< begins a list of links to other articles
    end,      ///< after the body begun, ends it: comments, copyright, footer
};

/// The notice a line is, in any of the languages known.
Notice notice_of(std::string_view line);

/// Whether a line is the label of an advertisement, which may stand anywhere in a text.
bool labels_advertisement(std::string_view line);

/// Whether a sentence at the end of a text only closes the page: an invitation to follow, subscribe or write, an
/// address, a note on where it was first published.
bool only_closes_page(std::string_view sentence);

}  // namespace dateline
