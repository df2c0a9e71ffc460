#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a PDF shows, word by word, as poppler reads it.
namespace dateline {

/// A word where it stands. Points, from the upper left corner of the page.
struct PdfWord {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double size = 0;  ///< of its font
    bool space_after = false;
    std::string text;
};

struct PdfPage {
    double width = 0;
    double height = 0;
    std::vector<PdfWord> words;  ///< column by column, as poppler orders them
};

/// More pages are not one printed page.
inline constexpr std::size_t most_pdf_pages = 400;

struct PdfContent {
    bool encrypted = false;
    std::size_t page_count = 0;  ///< `pages` has the first of them (most_pdf_pages)
    std::string title;           ///< as the metadata has it
    std::string published;       ///< `prism:publicationDate` of the metadata; the date of creation is one of collecting
    std::vector<PdfPage> pages;
};

/// Reads a PDF, as text that content_of_pdf_text takes: so that one process can read and another use it. "" where it is
/// none. May crash, hang and take all memory on hostile input (confined.h).
std::string pdf_text(std::string_view bytes);

/// Nothing where `text` is not of the shape that pdf_text gives. Any bytes may be given; texts are made valid UTF-8.
std::optional<PdfContent> content_of_pdf_text(std::string_view text);

}  // namespace dateline
