#include "indexer/readers/text.h"

#include <string>
#include <string_view>
#include <utility>

#include "common/text/charset.h"
#include "common/text/utf8.h"
#include "indexer/readers/whole_input.h"

namespace dateline {

void TextReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    InputBuffer buffer(input.bytes, input.path);
    if (!fill_whole(buffer, input, sink)) return;
    const std::string_view bytes = buffer.unread();
    const std::string_view mark = charset_of_mark(bytes);
    std::string text = mark.empty() || mark == "utf-8" ? std::string(bytes) : decode_declared(bytes, mark).text;
    RawArticle raw;
    raw.input_bytes = bytes.size();
    if (const std::size_t replaced = repair_utf8(text); replaced > 0) {
        raw.warnings.push_back(std::to_string(replaced) + " bytes were not UTF-8");
    }
    strip_controls(text);
    if (trim(text).empty()) {
        sink.skipped({input.path, input.member, "", "no text", "the file is empty"});
        return;
    }
    raw.stated.path = input.path;
    raw.stated.member = input.member;
    raw.copied_text = std::move(text);
    sink.article(std::move(raw));
}

}  // namespace dateline
