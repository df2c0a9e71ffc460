#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/dates/written_date.h"
#include "indexer/wording/byline.h"
#include "indexer/wording/notices.h"

namespace dateline {

/// What a line of a copied page looks like, seen alone.
enum class LineShape : std::uint8_t {
    prose,       ///< a sentence or more
    short_text,  ///< a title, a subhead, a link, a name, a cell
    date,        ///< little more than a date
    byline,
    address,  ///< a URL
    credit,   ///< "Image: picture-alliance/dpa"
    caption,  ///< begins or ends as captions do
    notice,   ///< see `notice`
};

struct PageLine {
    std::string text;       ///< white space squeezed; a paragraph broken into lines is one
    std::size_t width = 0;  ///< see TextLine
    bool gap_before = false;
    bool gap_after = false;
    LineShape shape = LineShape::short_text;
    Notice notice = Notice::none;
    bool sentence = false;  ///< ends as a sentence does
    std::optional<Date> date;
    bool updated = false;  ///< the date is one of change
    std::optional<Byline> byline;
};

/// The lines of a copied page, broken ones joined, each with its shape.
std::vector<PageLine> page_lines(std::string_view text);

}  // namespace dateline
