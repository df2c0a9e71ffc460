#include "indexer/wording/paragraphs.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace dateline {

namespace {

bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60);
}

bool is_closing_mark(char32_t c) {
    return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == U'”' || c == U'’' || c == U'»' || c == U'›' ||
           c == U'“' || c == U'‘' || c == U'」' || c == U'』' || c == U'）' || c == U'*';
}

bool is_sentence_end(char32_t c) {
    return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。' || c == U'！' || c == U'？' || c == U'．' ||
           c == U'؟' || c == U'۔' || c == U'।' || c == U'։' || c == U'።';
}

/// The last code point of `text`, which becomes shorter by it.
char32_t take_last(std::string_view& text) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
        --begin;
    }
    std::size_t position = begin;
    const char32_t last = next_code_point(text, position);
    text = text.substr(0, begin);
    return last;
}

/// White space at both ends, that of other scripts too.
TextLine line_of(std::string_view raw) {
    TextLine line;
    std::size_t begin = 0;
    while (begin < raw.size()) {
        std::size_t after = begin;
        const char32_t c = next_code_point(raw, after);
        if (!is_space(c) && !is_dropped_control(c)) {
            break;
        }
        line.indent += is_wide(c) ? 2U : 1U;
        begin = after;
    }
    std::string_view rest = raw.substr(begin);
    std::string_view shorter = rest;
    while (!shorter.empty() && is_space(take_last(shorter))) {
        rest = shorter;
    }
    line.text = rest;
    line.width = width_of(rest);
    return line;
}

void join(std::string& paragraphs, std::string_view line, std::string_view joint) {
    if (!paragraphs.empty()) {
        paragraphs += joint;
    }
    append_squeezed(paragraphs, line);
}

/// Lines that machines did not break are paragraphs; of those they did, one starts after a short last line.
std::string paragraphs_of_lines(const std::vector<TextLine>& lines) {
    const std::size_t width = wrapping_width(lines, 1);
    std::string paragraphs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        join(paragraphs, lines[i].text, i > 0 && goes_on(lines[i - 1], lines[i], width) ? " " : "\n\n");
    }
    return paragraphs;
}

std::string paragraphs_of_blocks(const std::vector<TextLine>& lines) {
    std::string paragraphs;
    for (const TextLine& line : lines) {
        join(paragraphs, line.text, line.gap_before ? "\n\n" : " ");
    }
    return paragraphs;
}

}  // namespace

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++width;
            ++at;
            continue;
        }
        width += is_wide(next_code_point(text, at)) ? 2U : 1U;
    }
    return width;
}

std::vector<TextLine> lines_of(std::string_view text) {
    std::vector<TextLine> lines;
    bool gap = false;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        TextLine line = line_of(text.substr(begin, end - begin));
        if (line.text.empty()) {
            gap = true;
        } else {
            line.gap_before = gap;
            gap = false;
            lines.push_back(line);
        }
        begin = end + 1;
    }
    return lines;
}

bool ends_sentence(std::string_view text) {
    while (!text.empty()) {
        const char32_t last = take_last(text);
        if (is_sentence_end(last)) {
            return true;
        }
        if (!is_closing_mark(last) && !is_space(last)) {
            return false;
        }
    }
    return false;
}

std::size_t wrapping_width(const std::vector<TextLine>& lines, std::size_t least_broken) {
    constexpr std::size_t widest = 100;
    constexpr std::size_t narrowest = 45;
    std::size_t width = 0;
    for (const TextLine& line : lines) {
        width = std::max(width, line.width + line.indent);
    }
    if (width > widest || width < narrowest) {
        return 0;
    }
    // Broken lines are nearly full and stop in the middle of a sentence.
    std::size_t broken = 0;
    std::size_t whole = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const bool full = (lines[i].width + lines[i].indent) * 10 >= width * 7;
        const bool adjacent = !lines[i + 1].gap_before;
        broken += full && adjacent && !ends_sentence(lines[i].text) ? 1U : 0U;
        whole += full && ends_sentence(lines[i].text) ? 1U : 0U;
    }
    return broken >= least_broken && broken > whole ? width : 0;
}

bool goes_on(const TextLine& line, const TextLine& next, std::size_t width) {
    const bool address = next.text.starts_with("http://") || next.text.starts_with("https://");
    if (width == 0 || address || next.gap_before || next.indent > line.indent + 1) {
        return false;
    }
    const std::size_t used = line.width + line.indent;
    return used * 10 >= width * 7 || !ends_sentence(line.text);
}

std::string tidy_paragraphs(std::string_view text) {
    if (text.find('\n') == std::string_view::npos) {
        return squeeze_space(text);
    }
    const std::vector<TextLine> lines = lines_of(text);
    const bool has_gaps = std::ranges::any_of(lines, &TextLine::gap_before);
    return has_gaps ? paragraphs_of_blocks(lines) : paragraphs_of_lines(lines);
}

}  // namespace dateline
