// Any bytes as XML of the Reuters corpora, through reader and story: no crash, valid UTF-8 in every field.

#include "indexer/readers/rcv1.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return dateline::fuzz::read_story<dateline::Rcv1Reader>(
        data, size, [](const dateline::Article& article) { dateline::fuzz::require_utf8(article); });
}
