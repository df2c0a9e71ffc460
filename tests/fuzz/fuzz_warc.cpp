// Any bytes as a web archive, through reader and story: no crash, valid UTF-8 in every field.

#include "indexer/readers/warc.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return dateline::fuzz::read_story<dateline::WarcReader>(data, size, [](const dateline::Article& article) {
        dateline::fuzz::require_utf8(article);
        dateline::fuzz::require_utf8(article.place);
    });
}
