// Any bytes as a copied page, through reader and story: no crash, valid UTF-8 in every field, an id.

#include "indexer/readers/text.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return dateline::fuzz::read_story<dateline::TextReader>(data, size, [](const dateline::Article& article) {
        dateline::fuzz::require_utf8(article);
        dateline::fuzz::require(!article.id.empty());
    });
}
