#include "indexer/html/headline_date.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "common/dates/written_date.h"
#include "indexer/wording/date_wording.h"
#include "indexer/wording/letters.h"

namespace dateline {

namespace {

/// The date of a line that has little else.
std::optional<FoundDate> line_of_date(const Block& block) {
    constexpr std::size_t widest = 120;
    constexpr std::size_t most_around = 40;
    const auto date = block.width <= widest ? find_written_date(block.text) : std::nullopt;
    return date && date->date.precision >= Precision::day && block.text.size() <= date->end - date->begin + most_around
               ? date
               : std::nullopt;
}

/// A date in an element of its own: "<h2>Why it is gone<span>3 May 2012</span></h2>".
std::optional<Date> element_of_date(const Document& document, const Block& block, const DatePlaces& places) {
    constexpr std::size_t shortest = 8;
    for (NodeId id = block.first; id <= block.last && !block.sentence; ++id) {
        if (document[id].tag == Tag::text && document[id].text.size() >= shortest) {
            const auto date = parse_written_date(document[id].text);
            if (date && date->precision >= Precision::day && !places.tells_of_change(document[id].parent)) {
                return date;
            }
        }
    }
    return std::nullopt;
}

std::optional<Date> date_shown(const Document& document, const Block& block, const DatePlaces& places) {
    if (places.in_comment(block.first) || places.in_quotation(block.first)) {
        return std::nullopt;
    }
    const auto line = line_of_date(block);
    if (!line) {
        return element_of_date(document, block, places);
    }
    const std::string before = lower_case(std::string_view(block.text).substr(0, line->begin));
    const bool of_change = speaks_of_change(before) || places.tells_of_change(document[block.first].parent);
    return of_change ? std::nullopt : std::optional(line->date);
}

}  // namespace

std::optional<Date> date_under_headline(const Document& document, const std::vector<Block>& blocks,
                                        const DatePlaces& places) {
    std::optional<Date> shown;
    for (const Block& block : blocks) {
        const auto date = places.is_under_headline(block.first) ? date_shown(document, block, places) : std::nullopt;
        if (date && shown && day_number(*shown) != day_number(*date)) {
            return std::nullopt;
        }
        shown = shown ? shown : date;
    }
    return shown;
}

}  // namespace dateline
