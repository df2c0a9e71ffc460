#include "searcher/page/html_writer.h"

#include "common/text/utf8.h"

namespace dateline::page {
namespace {

/// HTML has no place for control characters, escaped or not, and none for halves of characters.
bool is_refused(char byte) {
    constexpr char delete_character = 0x7F;
    const auto value = static_cast<unsigned char>(byte);
    return (value < ' ' && byte != '\t' && byte != '\n') || byte == delete_character;
}

void append_escaped(std::string& out, std::string_view text) {
    std::string valid;
    if (valid_utf8_prefix(text) < text.size()) {
        valid = text;
        repair_utf8(valid);
        text = valid;
    }
    for (const char byte : text) {
        switch (byte) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default:
            if (is_refused(byte)) append_code_point(out, replacement_character);
            else out += byte;
        }
    }
}

}  // namespace

HtmlWriter::Open HtmlWriter::in(Name element, Attributes attributes) {
    start(element, attributes);
    return {*this, element};
}

void HtmlWriter::element(Name element, Attributes attributes, std::string_view content) {
    start(element, attributes);
    text(content);
    end(element);
}

void HtmlWriter::empty(Name element, Attributes attributes) { start(element, attributes); }

void HtmlWriter::text(std::string_view text) { append_escaped(out_, text); }

void HtmlWriter::start(Name element, Attributes attributes) {
    out_.append("<").append(element.text());
    for (const Attribute& attribute : attributes) {
        if (!attribute.is_there) continue;
        out_.append(" ").append(attribute.name.text()).append("=\"");
        append_escaped(out_, attribute.value);
        out_ += '"';
    }
    out_ += '>';
}

void HtmlWriter::end(Name element) { out_.append("</").append(element.text()).append(">"); }

}  // namespace dateline::page
