#include "searcher/output/styled_text.h"

#include <algorithm>

#include "common/text/graphemes.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

constexpr char32_t ellipsis = U'…';

std::string_view escape_of(Style style) {
    switch (style) {
    case Style::plain: break;
    case Style::bold: return "\x1b[1m";
    case Style::dim: return "\x1b[2m";
    case Style::word: return "\x1b[1;33m";
    case Style::phrase: return "\x1b[1;4;33m";
    }
    return "\x1b[0m";
}

bool is_control(char32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }

bool changes_direction(char32_t point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

char32_t made_safe(char32_t point) {
    if (point == U'\n' || point == U'\r' || point == U'\t' || point == 0x2028 || point == 0x2029) {
        return U' ';
    }
    return is_control(point) || changes_direction(point) ? replacement_character : point;
}

/// The code point at `at`, a byte that is no UTF-8 as one.
char32_t next_safe(std::string_view text, std::size_t& at) {
    constexpr std::size_t longest = 4;
    if (valid_utf8_prefix(text.substr(at, longest)) == 0) {
        ++at;
        return replacement_character;
    }
    return made_safe(next_code_point(text, at));
}

bool is_wide(char32_t point) { return display_width(point) == 2; }

}  // namespace

void StyledText::append(std::string_view text, Style style) {
    for (std::size_t at = 0; at < text.size();) {
        points_.push_back(next_safe(text, at));
    }
    styles_.resize(points_.size(), style);
}

void StyledText::mark(const std::vector<Highlight>& highlights, std::size_t first) {
    for (const Highlight& highlight : highlights) {
        const std::size_t end = std::min(first + highlight.end, points_.size());
        for (std::size_t i = first + highlight.begin; i < end; ++i) {
            styles_[i] = highlight.phrase ? Style::phrase : Style::word;
        }
    }
}

std::string StyledText::line(std::size_t width, bool colours) const {
    const std::size_t all = fitting(0, width);
    if (all == points_.size()) {
        return render(0, all, colours);
    }
    std::string text = render(0, width == 0 ? 0 : fitting(0, width - 1), colours);
    append_code_point(text, ellipsis);
    return text;
}

std::vector<std::string> StyledText::lines(std::size_t width, bool colours) const {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < points_.size()) {
        const std::size_t fits = std::max(fitting(begin, width), begin + 1);
        const std::size_t end = fits == points_.size() ? fits : break_before(begin, fits);
        lines.push_back(render(begin, end, colours));
        begin = end;
        while (begin < points_.size() && points_[begin] == U' ') {
            ++begin;
        }
    }
    return lines;
}

std::string StyledText::render(std::size_t begin, std::size_t end, bool colours) const {
    while (end > begin && points_[end - 1] == U' ') {
        --end;
    }
    std::string text;
    Style current = Style::plain;
    for (std::size_t i = begin; i < end; ++i) {
        if (colours && styles_[i] != current) {
            text += current == Style::plain ? "" : escape_of(Style::plain);
            text += styles_[i] == Style::plain ? "" : escape_of(styles_[i]);
            current = styles_[i];
        }
        append_code_point(text, points_[i]);
    }
    return current == Style::plain ? text : text.append(escape_of(Style::plain));
}

/// One behind the last code point that is within `width` columns from `begin`.
std::size_t StyledText::fitting(std::size_t begin, std::size_t width) const {
    std::size_t columns = 0;
    std::size_t end = begin;
    while (end < points_.size()) {
        columns += display_width(points_[end]);
        if (columns > width) {
            break;
        }
        ++end;
    }
    return end;
}

/// The last place up to `end` where a line may be broken; `end` where there is none.
std::size_t StyledText::break_before(std::size_t begin, std::size_t end) const {
    for (std::size_t at = end; at > begin; --at) {
        const char32_t after = points_[at];
        const char32_t before = points_[at - 1];
        const bool between_ideographs = (is_wide(after) || is_wide(before)) && display_width(after) > 0;
        if (after == U' ' || before == U' ' || between_ideographs) {
            return at;
        }
    }
    return end;
}

std::string safe_for_terminal(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        append_code_point(safe, next_safe(text, at));
    }
    return safe;
}

}  // namespace dateline
