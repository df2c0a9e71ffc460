#include "indexer/readers/pdf_words.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>
#include <string_view>
#include <system_error>

#include "common/text/utf8.h"

namespace dateline {

namespace {

std::string one_line(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    std::string line(bytes.begin(), bytes.end());
    repair_utf8(line);
    return squeeze_space(line);
}

void add_number(std::string& out, double number) { out += std::to_string(std::lround(number * 100)) + " "; }

void add_line(std::string& out, char kind, std::string_view text) {
    out.push_back(kind);
    out += text;
    out.push_back('\n');
}

void add_page(std::string& out, const poppler::page& page) {
    const poppler::rectf box = page.page_rect();
    std::string line;
    add_number(line, box.width());
    add_number(line, box.height());
    add_line(out, 'P', line);
    for (const poppler::text_box& word : page.text_list(poppler::page::text_list_include_font)) {
        if (word.rotation() != 0) {
            continue;  // watermarks, labels of axes
        }
        const poppler::rectf place = word.bbox();
        line.clear();
        for (const double number : {place.left(), place.top(), place.right(), place.bottom(),
                                    word.has_font_info() ? word.get_font_size() : place.height()}) {
            add_number(line, number);
        }
        line += word.has_space_after() ? "1 " : "0 ";
        add_line(out, 'W', line + one_line(word.text()));
    }
}

/// The text of an element of the XMP metadata.
std::string element_of(std::string_view xmp, std::string_view name) {
    const std::string open = "<" + std::string(name) + ">";
    const std::size_t at = xmp.find(open);
    if (at == std::string_view::npos) {
        return "";
    }
    const std::string_view rest = xmp.substr(at + open.size());
    return squeeze_space(rest.substr(0, rest.find('<')));
}

void be_silent(const std::string& /*message*/, void* /*closure*/) {}

/// Numbers at the front of a line.
class LineParser {
public:
    explicit LineParser(std::string_view line) : rest_(line) {}

    double number() {
        long value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        const bool blank = end < rest_.data() + rest_.size() && *end == ' ';
        if (error != std::errc() || !blank || std::abs(value) > most) {
            good_ = false;
            return 0;
        }
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()) + 1);
        return static_cast<double>(value) / 100;
    }
    std::string text() const {
        std::string text(rest_);
        repair_utf8(text);
        return squeeze_space(text);
    }
    bool good() const { return good_; }

private:
    static constexpr long most = 100'000'000;

    std::string_view rest_;
    bool good_ = true;
};

/// False where the line is of no known shape.
bool take_line(std::string_view line, PdfContent& content) {
    LineParser parser(line.substr(1));
    switch (line.front()) {
    case 'E': content.encrypted = true; return true;
    case 'N': content.page_count = static_cast<std::size_t>(std::max(parser.number(), 0.0)); return parser.good();
    case 'T': content.title = parser.text(); return true;
    case 'D': content.published = parser.text(); return true;
    case 'P':
        content.pages.emplace_back().width = parser.number();
        content.pages.back().height = parser.number();
        return parser.good();
    case 'W': {
        PdfWord word;
        for (double* number : {&word.left, &word.top, &word.right, &word.bottom, &word.size}) {
            *number = parser.number();
        }
        word.space_after = parser.number() != 0;
        word.text = parser.text();
        if (!parser.good() || content.pages.empty()) {
            return false;
        }
        if (!word.text.empty()) {
            content.pages.back().words.push_back(std::move(word));
        }
        return true;
    }
    default: return false;
    }
}

}  // namespace

std::string pdf_text(std::string_view bytes) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return "";
    }
    poppler::set_debug_error_function(be_silent, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) {
        return "";
    }
    std::string out;
    if (document->is_locked()) {
        add_line(out, 'E', "");
        return out;
    }
    std::string count;
    add_number(count, document->pages());
    add_line(out, 'N', count);
    add_line(out, 'T', one_line(document->get_title()));
    add_line(out, 'D', element_of(one_line(document->metadata()), "prism:publicationDate"));
    for (int i = 0; i < std::min(document->pages(), static_cast<int>(most_pdf_pages)); ++i) {
        if (const std::unique_ptr<poppler::page> page(document->create_page(i)); page) {
            add_page(out, *page);
        }
    }
    return out;
}

std::optional<PdfContent> content_of_pdf_text(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    PdfContent content;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = text.substr(at, text.find('\n', at) - at);
        if (line.empty() || !take_line(line, content)) {
            return std::nullopt;
        }
        at += line.size() + 1;
    }
    return content;
}

}  // namespace dateline
