#include "searcher/mcp/tools/paragraphs.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace dateline::mcp {
namespace {

constexpr std::string_view paragraph_break = "\n\n";

/// The beginning of a paragraph that is too long, up to its last blank.
std::string_view cut_at_blank(std::string_view paragraph, std::size_t length) {
    const std::string_view cut = paragraph.substr(0, byte_offset_of(paragraph, length));
    const std::size_t blank = cut.rfind(' ');
    return blank == std::string_view::npos || blank == 0 ? cut : cut.substr(0, blank);
}

}  // namespace

ReadParagraphs read_paragraphs(std::string_view text, std::size_t start, std::size_t length) {
    ReadParagraphs read;
    length = std::max<std::size_t>(length, 1);
    std::size_t at = start;  // code points
    text.remove_prefix(byte_offset_of(text, start));
    while (!text.empty()) {
        const std::string_view paragraph = text.substr(0, text.find(paragraph_break));
        const std::size_t points = count_code_points(paragraph);
        if (at + points > start + length) {
            read.next = at;
            if (!read.pieces.empty()) return read;
            const std::string_view piece = cut_at_blank(paragraph, length);
            read.pieces.push_back({at, piece});
            read.next = at + count_code_points(piece);
            return read;
        }
        if (!paragraph.empty()) read.pieces.push_back({at, paragraph});
        const std::size_t behind = std::min(text.size(), paragraph.size() + paragraph_break.size());
        at += points + (behind - paragraph.size());
        text.remove_prefix(behind);
    }
    return read;
}

}  // namespace dateline::mcp
