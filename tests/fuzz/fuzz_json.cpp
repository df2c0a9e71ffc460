// Any bytes as JSON, ninjs or a JSON Feed, through reader and story: no crash, valid UTF-8 in every field.

#include "indexer/readers/json.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return dateline::fuzz::read_story<dateline::JsonReader>(
        data, size, [](const dateline::Article& article) { dateline::fuzz::require_utf8(article); });
}
