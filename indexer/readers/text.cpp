#include "indexer/readers/text.h"

#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "indexer/readers/input_buffer.h"

namespace dateline {

void TextReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    InputBuffer buffer(input.bytes, input.path);
    while (buffer.fill()) {
    }
    const auto skip = [&](std::string reason, std::string detail) {
        sink.skipped({input.path, input.member, "", std::move(reason), std::move(detail)});
    };
    if (buffer.full()) {
        return skip("too large", "an article may have " + std::to_string(max_article_bytes >> 20U) + " MiB");
    }
    std::string text(buffer.unread());
    RawArticle raw;
    raw.input_bytes = text.size();
    if (const std::size_t replaced = repair_utf8(text); replaced > 0) {
        raw.warnings.push_back(std::to_string(replaced) + " bytes were not UTF-8");
    }
    strip_controls(text);
    if (trim(text).empty()) {
        return skip("no text", "the file is empty");
    }
    raw.stated.path = input.path;
    raw.stated.member = input.member;
    raw.copied_text = std::move(text);
    sink.article(std::move(raw));
}

}  // namespace dateline
