// Any words anywhere on pages, through layout and story: no crash, valid UTF-8 in every field. (Poppler reads PDF in a
// process of its own, where it may crash.)

#include "indexer/readers/pdf_layout.h"
#include "indexer/readers/pdf_words.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto content = dateline::content_of_pdf_text({reinterpret_cast<const char*>(data), size});
    if (!content) return 0;
    dateline::PrintedText printed = dateline::lay_out(*content);
    dateline::RawArticle raw;
    raw.stated.title = std::move(printed.title);
    raw.stated.url = std::move(printed.url);
    raw.copied_text = std::move(printed.text);
    dateline::fuzz::require_utf8(dateline::tell_story(std::move(raw)));
    return 0;
}
