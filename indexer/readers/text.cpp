#include "indexer/readers/text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/charset.h"
#include "common/text/utf8.h"
#include "indexer/readers/legible.h"
#include "indexer/readers/whole_input.h"

namespace dateline {

namespace {

struct Text {
    std::string text;
    std::size_t replaced = 0;  ///< bytes that have no meaning
};

/// A text with more bytes that are not UTF-8 than Western European ones have is in another encoding; which one a few
/// words do not tell.
constexpr std::size_t least_bytes_to_one_replaced = 10;
constexpr std::size_t least_bytes_to_tell = 200;

Text text_of(std::string_view bytes, std::vector<std::string>& warnings) {
    const std::string_view mark = charset_of_mark(bytes);
    Text text{mark.empty() || mark == "utf-8" ? std::string(bytes) : decode_declared(bytes, mark).text, 0};
    const std::size_t repaired = repair_utf8(text.text);
    if (repaired * least_bytes_to_one_replaced > bytes.size() && bytes.size() >= least_bytes_to_tell) {
        Decoded detected = decode_declared(bytes, "");
        warnings.push_back("it does not say its encoding and was taken for " + detected.charset);
        return {std::move(detected.text), detected.replaced};
    }
    if (repaired > 0) warnings.push_back(std::to_string(repaired) + " bytes were not UTF-8");
    return text;
}

}  // namespace

void TextReader::read(Input& input, const ReaderOptions& /*options*/, const ReaderSink& sink) const {
    InputBuffer buffer(input.bytes, input.path);
    if (!fill_whole(buffer, input, sink)) return;
    const std::string_view bytes = buffer.unread();
    RawArticle raw;
    raw.input_bytes = bytes.size();
    auto [text, replaced] = text_of(bytes, raw.warnings);
    if (!is_legible(text, replaced, input, sink)) return;
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
