#include "indexer/readers/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "common/dates/written_date.h"
#include "common/text/utf8.h"

namespace dateline {

namespace {

/// Share of a page's height at its top and bottom where headers and footers stand.
constexpr double edge_share = 0.09;

struct PrintedLine {
    std::size_t page = 0;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
    double size = 0;
    bool edge = false;
    std::string text;
};

/// A word goes on a line where it stands at the same height and to the right.
bool goes_on_line(const PrintedLine& line, const PdfWord& word) {
    const double height = std::max(line.bottom - line.top, 1.0);
    const double overlap = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
    return overlap > 0.5 * std::min(height, std::max(word.bottom - word.top, 1.0)) && word.left > line.right - height &&
           word.left - line.right < 4 * height;
}

void add_lines(const PdfPage& page, std::size_t number, std::vector<PrintedLine>& lines) {
    const std::size_t first = lines.size();
    bool space = false;
    for (const PdfWord& word : page.words) {
        if (lines.size() == first || !goes_on_line(lines.back(), word)) {
            lines.push_back({number, word.left, word.right, word.top, word.bottom, word.size, false, word.text});
        } else {
            PrintedLine& line = lines.back();
            const bool gap = word.left - line.right > 0.2 * std::max(word.size, 1.0);
            line.text += (space || gap ? " " : "") + word.text;
            line.right = std::max(line.right, word.right);
            line.top = std::min(line.top, word.top);
            line.bottom = std::max(line.bottom, word.bottom);
            line.size = std::max(line.size, word.size);
        }
        space = word.space_after;
    }
    for (std::size_t i = first; i < lines.size(); ++i) {
        lines[i].edge = lines[i].bottom < page.height * edge_share || lines[i].top > page.height * (1 - edge_share);
    }
}

std::vector<PrintedLine> lines_of(const PdfContent& content) {
    std::vector<PrintedLine> lines;
    for (std::size_t page = 0; page < content.pages.size(); ++page) {
        add_lines(content.pages[page], page, lines);
    }
    return lines;
}

/// A line with its numbers made alike: "Page 3 of 5" and "Page 4 of 5" are one.
std::string shape_of(std::string_view text) {
    std::string shape;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit || !shape.ends_with('0')) {
            shape.push_back(digit ? '0' : c);
        }
    }
    return shape;
}

/// Shapes of edge lines that stand on at least half of the pages.
std::set<std::string> repeated_shapes(const std::vector<PrintedLine>& lines, std::size_t pages) {
    std::map<std::string, std::set<std::size_t>> pages_of;
    for (const PrintedLine& line : lines) {
        if (line.edge) {
            pages_of[shape_of(line.text)].insert(line.page);
        }
    }
    std::set<std::string> repeated;
    for (const auto& [shape, on] : pages_of) {
        if (on.size() >= 2 && on.size() * 2 >= pages) {
            repeated.insert(shape);
        }
    }
    return repeated;
}

/// "3", "- 3 -", "3/5", "Page 3 of 5", "Seite 3", "第3页": a number, with a word or two at most.
bool is_page_number(std::string_view text) {
    constexpr std::size_t longest = 24;
    std::size_t digits = 0;
    std::size_t blanks = 0;
    for (const char c : text) {
        digits += c >= '0' && c <= '9' ? 1U : 0U;
        blanks += c == ' ' ? 1U : 0U;
    }
    return text.size() <= longest && digits > 0 && digits <= 6 && blanks <= 3 &&
           shape_of(text).find('0') != std::string::npos;
}

std::string address_in(std::string_view text) {
    const std::size_t at = std::min(text.find("https://"), text.find("http://"));
    return at == std::string_view::npos ? "" : std::string(text.substr(at, text.find(' ', at) - at));
}

/// The day of printing, as browsers put it at the edge: little more than a date.
bool is_printed_day(std::string_view text) {
    constexpr std::size_t longest_rest = 14;
    const auto date = find_written_date(text);
    const bool numeric = text.size() <= 24 && std::ranges::count(text, '/') >= 2;
    return numeric || (date && text.size() - (date->end - date->begin) <= longest_rest);
}

double body_size(const std::vector<PrintedLine>& lines) {
    std::map<long, std::size_t> letters;
    for (const PrintedLine& line : lines) {
        letters[std::lround(line.size * 2)] += line.text.size();
    }
    const auto most = std::ranges::max_element(
        letters, {}, [](const std::pair<const long, std::size_t>& each) { return each.second; });
    return most == letters.end() ? 0 : static_cast<double>(most->first) / 2;
}

/// The lines of the largest print on the first page, where it is clearly larger than the text's.
std::string title_of(const std::vector<PrintedLine>& lines, double body) {
    constexpr double clearly_larger = 1.25;
    constexpr std::size_t longest_title = 300;
    constexpr std::size_t shortest_title = 8;
    double largest = 0;
    for (const PrintedLine& line : lines) {
        if (line.page == 0 && line.text.size() >= shortest_title) {
            largest = std::max(largest, line.size);
        }
    }
    if (largest < body * clearly_larger) {
        return "";
    }
    std::string title;
    bool ended = false;
    for (const PrintedLine& line : lines) {
        const bool large = line.page == 0 && line.size > largest * 0.95;
        ended = ended || (!large && !title.empty());
        if (large && !ended) {
            title += (title.empty() ? "" : " ") + line.text;
        }
    }
    return title.size() <= longest_title ? title : "";
}

/// Left and right end of the column a line stands in: that of the lines around it which overlap it.
struct TextColumn {
    double left = 0;
    double right = 0;
};

TextColumn column_of(const std::vector<PrintedLine>& lines, std::size_t index) {
    constexpr std::size_t neighbours = 12;
    TextColumn column{lines[index].left, lines[index].right};
    const std::size_t begin = index > neighbours ? index - neighbours : 0;
    const std::size_t end = std::min(lines.size(), index + neighbours);
    for (std::size_t i = begin; i < end; ++i) {
        const PrintedLine& other = lines[i];
        const bool same_print = std::abs(other.size - lines[index].size) < 0.6;
        if (other.page == lines[index].page && same_print && other.left < lines[index].right &&
            lines[index].left < other.right) {
            column.left = std::min(column.left, other.left);
            column.right = std::max(column.right, other.right);
        }
    }
    return column;
}

bool ends_sentence(std::string_view text) {
    while (!text.empty() && (text.back() == '"' || text.back() == '\'' || text.back() == ')')) {
        text.remove_suffix(1);
    }
    for (const std::string_view end : {".", "!", "?", "…", "。", "”", "»", ":", "؟"}) {
        if (text.ends_with(end)) {
            return true;
        }
    }
    return false;
}

/// Whether a paragraph begins with the line at `index`.
bool begins_paragraph(const std::vector<PrintedLine>& lines, std::size_t index) {
    const PrintedLine& line = lines[index];
    const PrintedLine& before = lines[index - 1];
    const double height = std::max(before.size, 1.0);
    if (std::abs(line.size - before.size) > 0.6) {
        return true;
    }
    const bool below = line.page == before.page && line.top >= before.top;
    const TextColumn column = column_of(lines, index - 1);
    const bool full = before.right > column.right - std::max(0.15 * (column.right - column.left), 2 * height);
    if (!below) {  // the next column or page: a sentence goes on
        return ends_sentence(before.text) && !full;
    }
    const double gap = line.top - before.bottom;
    const bool indented = line.left > before.left + 0.7 * height && line.left < before.left + 6 * height &&
                          before.left < column.left + 0.7 * height;
    return gap > 0.75 * height || (!full && (ends_sentence(before.text) || gap > 0.4 * height)) || indented;
}

/// Chinese and Japanese, which part no words.
bool is_unspaced(char32_t c) {
    return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFF00 && c < 0xFFF0);
}

char32_t last_code_point(std::string_view text) {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) {
        --begin;
    }
    return next_code_point(text, begin);
}

char32_t first_code_point(std::string_view text) {
    std::size_t begin = 0;
    return next_code_point(text, begin);
}

bool is_lower_ascii(char c) { return c >= 'a' && c <= 'z'; }

/// Joins a line to what stands before it. A hyphen between small letters broke a word; others belong to it.
void join(std::string& text, std::string_view line) {
    constexpr std::string_view soft_hyphen = "\xC2\xAD";
    if (text.ends_with(soft_hyphen)) {
        text.resize(text.size() - soft_hyphen.size());
    } else if (text.size() > 1 && text.ends_with('-') && text[text.size() - 2] != ' ' && !line.empty()) {
        const auto before = static_cast<unsigned char>(text[text.size() - 2]);
        const auto after = static_cast<unsigned char>(line.front());
        const bool small = (is_lower_ascii(text[text.size() - 2]) || before >= 0x80) &&
                           (is_lower_ascii(line.front()) || after >= 0x80);
        text.resize(text.size() - (small ? 1 : 0));
    } else if (text.empty() || line.empty() || !is_unspaced(last_code_point(text)) ||
               !is_unspaced(first_code_point(line))) {
        text += " ";
    }
    text += line;
}

}  // namespace

PrintedText lay_out(const PdfContent& content) {
    PrintedText printed;
    std::vector<PrintedLine> lines = lines_of(content);
    const std::set<std::string> repeated = repeated_shapes(lines, content.pages.size());
    std::erase_if(lines, [&](const PrintedLine& line) {
        if (!line.edge) {
            return false;
        }
        const std::string address = address_in(line.text);
        if (!address.empty() && printed.url.empty()) {
            printed.url = address;
        }
        return !address.empty() || repeated.contains(shape_of(line.text)) || is_page_number(line.text) ||
               is_printed_day(line.text);
    });
    printed.title = title_of(lines, body_size(lines));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == 0) {
            printed.text = lines[i].text;
        } else if (begins_paragraph(lines, i)) {
            printed.text += "\n\n" + lines[i].text;
        } else {
            join(printed.text, lines[i].text);
        }
    }
    return printed;
}

}  // namespace dateline
