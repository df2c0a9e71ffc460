#include "indexer/readers/text.h"

#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/whole_input.h"

namespace dateline {

void TextReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    InputBuffer buffer(input.bytes, input.path);
    if (!fill_whole(buffer, input, sink)) return;
    std::string text(buffer.unread());
    RawArticle raw;
    raw.input_bytes = text.size();
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
