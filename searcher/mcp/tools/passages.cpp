#include "searcher/mcp/tools/passages.h"

#include <array>

#include "common/text/utf8.h"

namespace dateline::mcp {

std::string_view name_of(TextField field) {
    constexpr std::array<std::string_view, text_field_count> names{"title", "lead", "body", "caption"};
    return names[static_cast<std::size_t>(field)];
}

Json passage(TextField field, std::size_t start, std::string_view quote) {
    return {{"field", name_of(field)}, {"start", start}, {"end", start + count_code_points(quote)}, {"quote", quote}};
}

Json passage(const MarkedArticle& article, TextField field, std::size_t start, std::size_t end) {
    const std::string_view text = article.text(field);
    const std::size_t begin_bytes = byte_offset_of(text, start);
    return passage(field, start, text.substr(begin_bytes, byte_offset_of(text, end) - begin_bytes));
}

std::vector<Property> passage_properties(bool required) {
    return {{"field", text_schema("title, lead, body or caption: the stored field that the quote stands in"), required},
            {"start", count_schema("first code point of the quote in that field"), required},
            {"end", count_schema("code point behind the last one"), required},
            {"quote", text_schema("the stored text there, character for character"), required}};
}

}  // namespace dateline::mcp
