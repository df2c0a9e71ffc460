#include "indexer/story/page_lines.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/wording/captions.h"
#include "indexer/wording/date_wording.h"
#include "indexer/wording/letters.h"
#include "indexer/wording/paragraphs.h"

namespace dateline {

namespace {

/// Text beside a date that still leaves it a date line: "Published on ... | Updated ...".
constexpr std::size_t widest_date_rest = 90;  // where signs part it from names and times
constexpr std::size_t widest_plain_rest = 45;
constexpr std::size_t widest_date_line = 150;
constexpr std::size_t narrowest_sentence = 45;
constexpr std::size_t narrowest_prose = 130;

bool is_address(std::string_view line) {
    return (line.starts_with("http://") || line.starts_with("https://")) && line.find(' ') == std::string_view::npos;
}

bool has_separator(std::string_view text) {
    constexpr auto separators = std::to_array<std::string_view>({"|", "·", "•", "/", ":", " - ", " – ", " — "});
    return std::ranges::any_of(separators,
                               [text](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

bool is_letter_byte(char c) { return is_lower_ascii(c) || is_upper_ascii(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Whether a year ends at `at` that the digits of a time or a count are run into: "December 22, 20233:00 AM".
bool ends_glued_year(std::string_view text, std::size_t at) {
    constexpr std::size_t year = 4;
    if (at < year + 1 || !is_digit_ascii(text[at]) || text[at - year - 1] != ' ') {
        return false;
    }
    const std::string_view digits = text.substr(at - year, year);
    return (digits.starts_with("19") || digits.starts_with("20")) && std::ranges::all_of(digits, is_digit_ascii);
}

/// Elements side by side are copied without a blank between them: "Ann LeeDec 22, 20233:00 AM". With blanks where one
/// ends and the next begins.
std::string with_glue_parted(std::string_view text) {
    std::string parted;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts_word = i > 0 && i + 1 < text.size() && is_upper_ascii(text[i]) &&
                                 is_lower_ascii(text[i + 1]) && is_letter_byte(text[i - 1]);
        if (starts_word || ends_glued_year(text, i)) {
            parted += ' ';
        }
        parted += text[i];
    }
    return parted;
}

/// The date of publication on a line with several: not one that "updated" stands before.
void read_date(PageLine& line) {
    std::string parted;
    if (line.width <= widest_date_line && !find_written_date(line.text)) {
        parted = with_glue_parted(line.text);
    }
    const std::string_view text = parted.empty() || !find_written_date(parted) ? line.text : parted;
    if (text.size() > widest_date_line * 2) {
        return;
    }
    std::string_view rest = text;
    std::size_t without_dates = 0;
    std::optional<Date> changed;
    while (const auto found = find_written_date(rest)) {
        const std::string_view before = rest.substr(0, found->begin);
        without_dates += width_of(before);
        const std::string words = lower_case(before);
        const bool change = speaks_of_change(words) && !speaks_of_publication(words);
        if (!change && !line.date) {
            line.date = found->date;
        }
        if (change && !changed) {
            changed = found->date;
        }
        rest = rest.substr(found->end);
    }
    without_dates += width_of(rest);
    if (!line.date && changed) {
        line.date = changed;
        line.updated = true;
    }
    if (!line.date) {
        line.date = parse_written_date(text);  // a month or a year alone
        if (!line.date || line.date->precision >= Precision::day) {
            line.date.reset();
            return;
        }
        without_dates = 0;
    }
    const bool sentence_around = line.sentence && without_dates > 40;
    const bool has_more = has_separator(text) || speaks_of_publication(lower_case(text));
    const std::size_t widest_rest = has_more ? widest_date_rest : widest_plain_rest;
    if (without_dates <= widest_rest && line.width <= widest_date_line && !sentence_around) {
        line.shape = LineShape::date;
    } else {
        line.date.reset();
    }
}

/// Thai, Lao and Khmer end sentences without a mark.
bool is_unmarked_sentence(const PageLine& line) {
    const char32_t first = first_letter(line.text);
    const bool unmarked_script = (first >= 0xE00 && first <= 0xEFF) || (first >= 0x1780 && first <= 0x17FF);
    return unmarked_script && line.width >= 80;
}

LineShape shape_of(const PageLine& line) {
    if (line.sentence && line.width >= narrowest_sentence) {
        return LineShape::prose;
    }
    return line.width >= narrowest_prose ? LineShape::prose : LineShape::short_text;
}

void classify(PageLine& line) {
    line.width = width_of(line.text);
    line.sentence = ends_sentence(line.text) || is_unmarked_sentence(line);
    line.shape = shape_of(line);
    if (is_address(line.text)) {
        line.shape = LineShape::address;
        return;
    }
    if (auto byline = byline_of_line(line.text)) {
        line.byline = std::move(byline);
        read_date(line);
        line.shape = LineShape::byline;
        return;
    }
    line.notice = notice_of(line.text);
    if (line.notice != Notice::none) {
        const LineShape before = line.shape;
        read_date(line);
        line.shape = line.notice == Notice::teaser && line.width > 200 ? before : LineShape::notice;
        return;
    }
    read_date(line);
    if (line.shape == LineShape::date) {
        return;
    }
    if (credit_of_line(line.text)) {
        line.shape = LineShape::credit;
    } else if (caption_of_line(line.text)) {
        line.shape = LineShape::caption;
    }
}

}  // namespace

std::vector<PageLine> page_lines(std::string_view text) {
    const std::vector<TextLine> lines = lines_of(text);
    const std::size_t width = wrapping_width(lines);
    std::vector<PageLine> page;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && goes_on(lines[i - 1], lines[i], width)) {
            page.back().text += ' ';
            append_squeezed(page.back().text, lines[i].text);
            continue;
        }
        PageLine line;
        line.text = squeeze_space(lines[i].text);
        if (line.text.empty()) {
            continue;
        }
        line.gap_before = lines[i].gap_before;
        if (!page.empty()) {
            page.back().gap_after = line.gap_before;
        }
        page.push_back(std::move(line));
    }
    std::ranges::for_each(page, classify);
    return page;
}

}  // namespace dateline
