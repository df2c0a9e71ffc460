#include "indexer/readers/html.h"

#include <algorithm>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/charset.h"
#include "common/text/utf8.h"
#include "indexer/readers/legible.h"
#include "indexer/readers/whole_input.h"

namespace dateline {

namespace {

/// Browsers look no further (HTML Living Standard, 13.2.3.2), but pages put scripts before the declaration.
constexpr std::size_t declaration_bytes = 8192;

/// The name behind `word` and an equals sign, as `charset = "utf-8"`.
std::string name_behind(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        std::string_view rest = trim(text.substr(at + word.size()));
        if (!rest.starts_with('=')) {
            continue;
        }
        rest = trim(rest.substr(1));
        rest.remove_prefix(rest.starts_with('"') || rest.starts_with('\'') ? 1 : 0);
        const std::size_t end = rest.find_first_of("\"' \t\r\n;/>?");
        if (const std::string_view name = rest.substr(0, end); !name.empty()) {
            return std::string(name);
        }
    }
    return "";
}

}  // namespace

std::string declared_charset(std::string_view page) {
    const std::string beginning = lower_ascii(page.substr(0, declaration_bytes));
    if (beginning.starts_with("<?xml")) {
        const std::string_view declaration = std::string_view(beginning).substr(0, beginning.find('>'));
        if (std::string name = name_behind(declaration, "encoding"); !name.empty()) {
            return name;
        }
    }
    for (std::size_t at = beginning.find("<meta"); at != std::string::npos; at = beginning.find("<meta", at + 1)) {
        const std::string_view tag = std::string_view(beginning).substr(at, beginning.find('>', at) - at);
        if (std::string name = name_behind(tag, "charset"); !name.empty()) {
            return name;
        }
    }
    return "";
}

void HtmlReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    InputBuffer buffer(input.bytes, input.path);
    if (!fill_whole(buffer, input, sink)) return;
    const std::string_view bytes = buffer.unread();
    // What the server said goes before what the page says (HTML Living Standard, 13.2.3.2).
    Decoded page = decode_declared(bytes, input.charset.empty() ? declared_charset(bytes) : input.charset);
    RawArticle raw;
    raw.input_bytes = bytes.size();
    if (page.replaced > 0) {
        raw.warnings.push_back(std::to_string(page.replaced) + " characters were not " + page.charset);
    }
    if (!is_legible(page.text, page.replaced, input, sink)) return;
    strip_controls(page.text);
    if (trim(page.text).empty()) {
        sink.skipped({input.path, input.member, "", "no text", "the file is empty"});
        return;
    }
    raw.stated.path = input.path;
    raw.stated.member = input.member;
    raw.html = std::move(page.text);
    sink.article(std::move(raw));
}

}  // namespace dateline
