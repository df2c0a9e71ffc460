#include "indexer/story/page_layout.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "indexer/story/headline.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/letters.h"
#include "indexer/wording/notices.h"
#include "indexer/wording/signature.h"

namespace dateline {

namespace {

constexpr std::size_t widest_lead = 450;
constexpr std::size_t widest_short_lead = 100;
/// Running text above the last line of the header can be a standfirst and captions, but not much more.
constexpr std::size_t most_header_width = 900;
constexpr std::size_t longest_header = 60;

bool is_prose(const PageLine& line) { return line.shape == LineShape::prose; }

/// Lines that stand between headline and text, and hardly elsewhere.
bool is_header_mark(const PageLine& line) {
    return line.shape == LineShape::date || line.shape == LineShape::byline || line.shape == LineShape::address ||
           line.shape == LineShape::credit;
}

bool is_share_bar(const PageLine& line) { return line.notice == Notice::line && !labels_advertisement(line.text); }

/// A caption is followed by its credit.
bool is_captioned(const std::vector<PageLine>& page, std::size_t i) {
    const bool credit_follows =
        i + 1 < page.size() && page[i + 1].shape == LineShape::credit && !(is_prose(page[i]) && page[i + 1].gap_before);
    return page[i].shape == LineShape::caption || credit_follows || !split_caption(page[i].text).credit.empty();
}

/// Index behind the last line of the header that begins behind the headline.
std::size_t header_end(const std::vector<PageLine>& page, std::size_t begin, std::size_t run_end) {
    std::size_t end = begin;
    std::size_t prose_width = 0;
    std::size_t paragraphs = 0;
    bool dated = false;  // a date or byline stands above the first paragraph
    for (std::size_t i = begin; i < std::min(run_end, begin + longest_header); ++i) {
        const bool caption = is_captioned(page, i);
        if (is_prose(page[i]) && !caption) {
            prose_width += page[i].width;
            ++paragraphs;
        }
        if (paragraphs > 1 || prose_width > most_header_width) {
            break;
        }
        const bool meta = page[i].shape == LineShape::date || page[i].shape == LineShape::byline;
        dated = dated || (meta && paragraphs == 0);
        // Pictures, share bars and advertisements also stand below the first paragraph of a text.
        const bool surely_above = paragraphs == 0 || !dated || prose_width <= widest_short_lead;
        const bool lone_bar = is_share_bar(page[i]) && surely_above && prose_width <= widest_lead / 2;
        const bool lone_picture = caption || page[i].shape == LineShape::credit || page[i].shape == LineShape::caption;
        if (lone_picture ? surely_above : is_header_mark(page[i]) || lone_bar) {
            end = i + 1;
        }
    }
    return end;
}

constexpr std::size_t narrowest_lead = 60;
constexpr std::size_t narrowest_below_title = 40;
constexpr std::size_t least_words_below_title = 6;

/// The standfirst: the one sentence or paragraph between headline and the end of the header that is no caption.
std::optional<std::size_t> lead_in(const std::vector<PageLine>& page, LineRange header) {
    for (std::size_t i = header.begin; i < header.end; ++i) {
        const bool below_title = i == header.begin && page[i].width >= narrowest_below_title &&
                                 words_of(page[i].text).size() >= least_words_below_title;
        const bool text = is_prose(page[i]) ||
                          (page[i].shape == LineShape::short_text && (page[i].width >= narrowest_lead || below_title));
        if (text && page[i].width <= widest_lead && !is_captioned(page, i)) {
            return i;
        }
    }
    return std::nullopt;
}

/// "NEW YORK -- ...": a place in capitals before a dash.
bool opens_with_dateline(std::string_view text) {
    constexpr std::size_t longest_place = 40;
    const std::string_view start = text.substr(0, longest_place);
    for (const std::string_view dash : {" -- ", " — ", " – ", " - "}) {
        const std::string_view place = start.substr(0, start.find(dash));
        if (place.size() < start.size() && std::ranges::any_of(place, is_upper_ascii) &&
            std::ranges::none_of(place, is_lower_ascii)) {
            return true;
        }
    }
    return false;
}

/// The body begins with prose, or with the subheads right above it.
std::size_t body_begin(const std::vector<PageLine>& page, std::size_t from, std::size_t run_end) {
    std::size_t i = from;
    while (i < run_end && !is_prose(page[i])) {
        ++i;
    }
    // What stands alone above the dateline is a caption.
    constexpr std::size_t widest_caption = 200;
    const bool above_dateline = i + 1 < run_end && page[i].width <= widest_caption && page[i].gap_before &&
                                page[i].gap_after && is_prose(page[i + 1]) && opens_with_dateline(page[i + 1].text) &&
                                !opens_with_dateline(page[i].text);
    return above_dateline ? i + 1 : i;
}

/// The closing signature may stand below the last prose.
std::size_t body_end(const std::vector<PageLine>& page, std::size_t run_end) {
    constexpr std::size_t reach = 3;
    for (std::size_t i = run_end; i < std::min(page.size(), run_end + reach); ++i) {
        if (page[i].shape != LineShape::prose && signature_of_line(page[i].text)) {
            return i + 1;
        }
        if (page[i].notice == Notice::end || page[i].notice == Notice::related) {
            break;
        }
    }
    return run_end;
}

}  // namespace

PageLayout layout_of(const std::vector<PageLine>& page) {
    PageLayout layout;
    const LineRange run = main_run(page);
    layout.title = find_headline(page, run);
    const std::size_t behind_title = layout.title ? *layout.title + 1 : run.begin;
    layout.header = {behind_title, header_end(page, behind_title, run.end)};
    layout.lead = lead_in(page, layout.header);
    layout.body = {body_begin(page, layout.header.end, run.end), body_end(page, run.end)};
    layout.header.end = std::min(layout.body.begin, page.size());
    return layout;
}

}  // namespace dateline
