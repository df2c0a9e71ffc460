// Any bytes as Markdown with front matter, through reader and story: no crash, valid UTF-8 in every field.

#include "indexer/readers/markdown.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return dateline::fuzz::read_story<dateline::MarkdownReader>(
        data, size, [](const dateline::Article& article) { dateline::fuzz::require_utf8(article); });
}
